using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Bulk;

/// <summary>The course of a bulk deletion when requests or single ids fail.</summary>
public sealed class BulkDeletionFailureTests
{
    private static readonly BulkDeleteOptions Options = new() { TimeProvider = new VirtualTime(), MaxConcurrency = 1 };

    [Fact]
    public async Task InternalServerError_of_an_id_is_tried_again_alone_and_others_are_reported()
    {
        var clock = new VirtualTime();
        var identities = new FakeIdentities(3);
        identities.Refuse = id => id == FakeIdentities.Id(0) ? UnprocessedIdentityErrorCode.AccessDenied
            : id == FakeIdentities.Id(1) && identities.Batches.Count < 3 ? UnprocessedIdentityErrorCode.InternalServerError
            : default(UnprocessedIdentityErrorCode?);

        var result = await Account.FromFailedAsync(identities.Client.BulkDeleteIdentitiesAsync(
            FakeIdentities.Ids(3), Options with { TimeProvider = clock, Jitter = () => 0.5 }));

        Assert.Equal([3, 1, 1], identities.Batches.Select(batch => batch.Count));
        Assert.Equal([FakeIdentities.Id(2), FakeIdentities.Id(1)], result.Deleted);
        Assert.Equal(
            [new() { IdentityId = FakeIdentities.Id(0), ErrorCode = UnprocessedIdentityErrorCode.AccessDenied }], result.Undeleted);
        Assert.Equal([TimeSpan.FromMilliseconds(25), TimeSpan.FromMilliseconds(50)], clock.Waits);
        Assert.Null(result.StoppedBy);
    }

    [Fact]
    public async Task InternalServerError_that_stays_is_reported_and_the_work_goes_on()
    {
        var identities = new FakeIdentities(61)
        {
            Refuse = id => id == FakeIdentities.Id(7)
            ? UnprocessedIdentityErrorCode.InternalServerError
            : default(UnprocessedIdentityErrorCode?)
        };

        var result = await Account.FromFailedAsync(
            identities.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(61), Options with { MaxAttempts = 3 }));

        Assert.Equal([60, 1, 1, 1], identities.Batches.Select(batch => batch.Count));
        var undeleted = Assert.Single(result.Undeleted);
        Assert.Equal((FakeIdentities.Id(7), UnprocessedIdentityErrorCode.InternalServerError, true),
            (undeleted.IdentityId, undeleted.ErrorCode, undeleted.MayBeDeleted));
        Assert.Equal(60, result.Deleted.Count);
        Assert.Null(result.StoppedBy);
    }

    [Fact]
    public async Task Throttled_request_is_tried_again()
    {
        var identities = new FakeIdentities(60);
        identities.Before = (_, _) => identities.Batches.Count < 3 ? throw new TooManyRequestsException() : Task.CompletedTask;

        var result = await identities.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(60), Options);

        Assert.Equal(3, identities.Batches.Count);
        Assert.Equal(60, result.Deleted.Count);
    }

    [Fact]
    public async Task Lost_response_leaves_open_whether_the_identities_are_deleted()
    {
        var identities = new FakeIdentities(1) { After = (_, _) => throw new CognitoIdentityConnectionException("Lost") };

        var result = await Account.FromFailedAsync(
            identities.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(1), Options with { MaxAttempts = 1 }));

        Assert.True(Assert.Single(result.Undeleted).MayBeDeleted);
        Assert.IsType<CognitoIdentityConnectionException>(result.StoppedBy);
    }

    [Theory]
    [InlineData(true, 1000, 2000)]
    [InlineData(false, 50, 100)]
    public async Task Waits_are_longer_after_throttling(bool isThrottling, int first, int second)
    {
        var clock = new VirtualTime();
        var identities = new FakeIdentities(1);
        identities.Before = (_, _) => identities.Batches.Count < 3
            ? throw (isThrottling ? new TooManyRequestsException() : new CognitoIdentityConnectionException("Lost"))
            : Task.CompletedTask;

        await identities.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(1), new() { TimeProvider = clock, Jitter = () => 1 });

        Assert.Equal([TimeSpan.FromMilliseconds(first), TimeSpan.FromMilliseconds(second)], clock.Waits);
    }

    // An earlier attempt of the client's own, whose response was lost, may have deleted them.
    [Fact]
    public async Task Identities_of_a_request_that_the_client_sent_again_may_be_deleted()
    {
        var refused = FakeClient.Create((request, _) => Task.FromResult<object>(new DeleteIdentitiesResponse
        {
            UnprocessedIdentityIds = [new() { IdentityId = FakeIdentities.Id(0), ErrorCode = UnprocessedIdentityErrorCode.AccessDenied }],
            ResponseMetadata = new() { RetryAttempts = 1 },
        }));
        var failed = new FakeIdentities(1)
        {
            Before = (_, _) => throw new NotAuthorizedException { RetryAttempts = 1, MayHaveBeenCarriedOut = true },
        };

        Assert.True(Assert.Single(
            (await Account.FromFailedAsync(refused.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(1), Options))).Undeleted).MayBeDeleted);
        var afterFailure = await Account.FromFailedAsync(failed.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(1), Options));
        Assert.True(Assert.Single(afterFailure.Undeleted).MayBeDeleted);
    }

    [Fact]
    public async Task Identities_of_a_request_that_could_not_be_signed_are_not_deleted()
    {
        var identities = new FakeIdentities(1) { Before = (_, _) => throw new CredentialsNotFoundException() };

        var result = await Account.FromFailedAsync(identities.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(1), Options));

        Assert.False(Assert.Single(result.Undeleted).MayBeDeleted);
    }
}
