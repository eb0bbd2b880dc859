using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Bulk;

/// <summary>Awaits bulk work that is expected to throw, and returns the account from the exception.</summary>
internal static class Account
{
    public static async Task<TResult> FromFailedAsync<TResult>(Task<TResult> work)
        where TResult : BulkOperationResult
    {
        var exception = await Assert.ThrowsAsync<BulkOperationException>(() => work.WithinSafetyLimit());
        var result = Assert.IsType<TResult>(exception.Result);
        Assert.Same(result.StoppedBy, exception.InnerException);
        return result;
    }

    public static async Task<TResult> FromCanceledAsync<TResult>(Task<TResult> work)
        where TResult : BulkOperationResult =>
        Assert.IsType<TResult>((await Assert.ThrowsAsync<BulkOperationCanceledException>(() => work.WithinSafetyLimit())).Result);

    public static async Task<TResult> FromAnyAsync<TResult>(Task<TResult> work)
        where TResult : BulkOperationResult
    {
        try
        {
            var result = await work.WithinSafetyLimit();
            Assert.Null(result.StoppedBy);
            Assert.Empty(result.Undeleted);
            Assert.Empty(result.NotAttempted);
            return result;
        }
        catch (BulkOperationException exception)
        {
            return Assert.IsType<TResult>(exception.Result);
        }
        catch (BulkOperationCanceledException exception)
        {
            return Assert.IsType<TResult>(exception.Result);
        }
    }
}
