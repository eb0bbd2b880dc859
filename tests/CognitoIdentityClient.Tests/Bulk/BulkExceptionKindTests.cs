using System.Net;

namespace CognitoIdentity.Tests.Bulk;

/// <summary>The properties by which to catch, on the exception of bulk work: they are those of the error that stopped it.</summary>
public sealed class BulkExceptionKindTests
{
    // The status of throttling under a code that no version knows.
    [Fact]
    public void Throttling_with_an_unknown_code_is_throttling_of_the_work_too()
    {
        var cause = new CognitoIdentityException("Slow down") { ErrorCode = "429", StatusCode = HttpStatusCode.TooManyRequests };

        Assert.True(cause.IsThrottling);
        Assert.True(new BulkOperationException("Stopped", cause) is { IsThrottling: true, IsTransient: false });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Work_may_have_been_carried_out_if_the_request_that_stopped_it_may(bool mayHaveBeenCarriedOut)
    {
        var cause = new CognitoIdentityConnectionException("Lost") { MayHaveBeenCarriedOut = mayHaveBeenCarriedOut };

        Assert.Equal(mayHaveBeenCarriedOut, new BulkOperationException("Stopped", cause).MayHaveBeenCarriedOut);
    }

    // The error that stopped the work is not always the one that left an outcome open.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Work_may_have_been_carried_out_if_an_identity_of_its_account_may_be_deleted(bool mayBeDeleted)
    {
        var result = new BulkDeleteIdentitiesResult
        {
            Deleted = [],
            Undeleted = [new() { IdentityId = "us-east-1:1", MayBeDeleted = mayBeDeleted }],
        };

        Assert.Equal(mayBeDeleted, new BulkOperationException("Left") { Result = result }.MayHaveBeenCarriedOut);
        Assert.Equal(
            mayBeDeleted, new BulkOperationException("Stopped", new NotAuthorizedException()) { Result = result }.MayHaveBeenCarriedOut);
    }
}
