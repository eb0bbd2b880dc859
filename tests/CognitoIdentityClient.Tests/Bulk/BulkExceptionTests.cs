using System.Net;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Bulk;

/// <summary>The exceptions of bulk work: when they are thrown, what they say, and how a fake can throw them.</summary>
public sealed class BulkExceptionTests
{
    private const string Pool = "us-east-1:1";
    private static readonly BulkDeleteOptions Options = new() { TimeProvider = new VirtualTime(), MaxConcurrency = 1 };

    [Fact]
    public void Options_of_a_purge_are_not_options_of_a_deletion()
    {
        Assert.False(typeof(BulkDeleteOptions).IsAssignableFrom(typeof(PurgeOptions)));
        Assert.False(typeof(PurgeOptions).IsAssignableFrom(typeof(BulkDeleteOptions)));
        Assert.All(
            typeof(CognitoIdentityBulk).GetMethods().SelectMany(method => method.GetParameters()),
            parameter => Assert.NotEqual(typeof(BulkOptions), parameter.ParameterType));
        Assert.DoesNotContain(
            typeof(BulkDeleteOptions).GetMethods().Concat(typeof(PurgeOptions).GetMethods()),
            method => method.Name is "op_Implicit" or "op_Explicit");
    }

    [Fact]
    public async Task Identity_that_is_left_is_thrown_with_the_counts_by_reason()
    {
        var identities = new FakeIdentities(5)
        {
            Refuse = id => id == FakeIdentities.Id(4) ? default(UnprocessedIdentityErrorCode?) : UnprocessedIdentityErrorCode.AccessDenied,
        };

        var exception = await Assert.ThrowsAsync<BulkOperationException>(
            () => identities.Client.BulkDeleteIdentitiesAsync([.. FakeIdentities.Ids(5), "no id"], Options));

        Assert.Equal(
            "The bulk deletion did not delete everything: "
            + "1 deleted, 5 not deleted (AccessDenied: 4, ArgumentException: 1), 0 not attempted.",
            exception.Message);
        Assert.Null(exception.InnerException);
        Assert.Equal(5, exception.Result!.Undeleted.Count);
    }

    [Fact]
    public async Task Error_that_stops_the_work_is_the_inner_exception_and_gives_its_properties()
    {
        var error = new TooManyRequestsException("Rate exceeded")
        {
            StatusCode = HttpStatusCode.BadRequest,
            RequestId = "42",
            RetryAttempts = 2,
            OperationName = "ListIdentities",
        };
        var identities = new FakeIdentities(1) { Before = (_, _) => throw error };

        var exception = await Assert.ThrowsAsync<BulkOperationException>(() => identities.Client.PurgeIdentitiesAsync(
            Pool, _ => true, new() { DryRun = false, MaxAttempts = 1, TimeProvider = new VirtualTime() }));

        Assert.Same(error, exception.InnerException);
        Assert.Equal(
            (error.ErrorCode, error.StatusCode, "42", 2, "ListIdentities"),
            (exception.ErrorCode, exception.StatusCode, exception.RequestId, exception.RetryAttempts, exception.OperationName));
        Assert.True(exception.IsThrottling);
        Assert.StartsWith(
            "The purge stopped early: 0 deleted, 1 not deleted (TooManyRequestsException: 1), 0 not attempted. Cause: Rate exceeded",
            exception.Message,
            StringComparison.Ordinal);
        Assert.NotNull(Assert.IsType<PurgeIdentitiesResult>(exception.Result).ResumeToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Work_that_a_transient_error_stopped_is_transient(bool isTransient)
    {
        Exception error = isTransient ? new CognitoIdentityConnectionException("Lost") : new NotAuthorizedException();
        var identities = new FakeIdentities(1) { Before = (_, _) => throw error };

        var exception = await Assert.ThrowsAsync<BulkOperationException>(
            () => identities.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(1), Options with { MaxAttempts = 1 }));

        Assert.Equal(isTransient, exception.IsTransient);
    }

    [Fact]
    public async Task Cancellation_is_thrown_with_the_callers_token_and_the_counts()
    {
        using var source = new CancellationTokenSource();
        var identities = new FakeIdentities(120) { Before = (_, _) => source.CancelAsync() };

        var exception = await Assert.ThrowsAsync<BulkOperationCanceledException>(
            () => identities.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(120), Options, cancellationToken: source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.StartsWith("The bulk deletion was canceled: 60 deleted, 0 not deleted, ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(60, Assert.IsType<BulkDeleteIdentitiesResult>(exception.Result).Deleted.Count);
    }

    // A custom client may give up by itself. That is an error, not the caller's cancellation.
    [Fact]
    public async Task Cancellation_that_the_caller_did_not_ask_for_is_an_error()
    {
        var identities = new FakeIdentities(1) { Before = (_, _) => throw new OperationCanceledException() };

        var result = await Account.FromFailedAsync(identities.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(1), Options));

        Assert.IsType<OperationCanceledException>(result.StoppedBy);
    }

    [Fact]
    public async Task Dry_run_that_reaches_the_end_returns_and_one_that_stops_early_throws()
    {
        var identities = new FakeIdentities(130) { Refuse = _ => UnprocessedIdentityErrorCode.AccessDenied };
        var error = new InvalidOperationException("What is this?");

        Assert.Equal(130, (await identities.Client.PurgeIdentitiesAsync(Pool, _ => true)).Matched);
        var stopped = await Assert.ThrowsAsync<BulkOperationException>(() => identities.Client.PurgeIdentitiesAsync(
            Pool, identity => identity.IdentityId == FakeIdentities.Id(100) ? throw error : true));

        Assert.StartsWith("The dry run of the purge stopped early: 0 deleted, ", stopped.Message, StringComparison.Ordinal);
        Assert.Equal(60, Assert.IsType<PurgeIdentitiesResult>(stopped.Result).Examined);
        Assert.Empty(identities.Batches);
    }

    [Fact]
    public void Fake_can_throw_the_exceptions_with_an_account()
    {
        var undeleted = new UndeletedIdentity { IdentityId = FakeIdentities.Id(0), ErrorCode = UnprocessedIdentityErrorCode.AccessDenied };
        var result = new BulkDeleteIdentitiesResult { Deleted = [], Undeleted = [undeleted] };
        var inner = new InvalidOperationException();

        Assert.Same(result, new BulkOperationException("m") { Result = result }.Result);
        Assert.Same(result, new BulkOperationCanceledException("m") { Result = result }.Result);
        Assert.Same(inner, new BulkOperationException("m", inner).InnerException);
        Assert.Same(inner, new BulkOperationCanceledException("m", inner).InnerException);
        Assert.Equal("A bulk operation did not delete every identity.", new BulkOperationException(null).Message);
        Assert.Equal("A bulk operation was canceled.", new BulkOperationCanceledException(null).Message);
    }
}
