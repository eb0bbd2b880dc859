using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Bulk;

public sealed class BulkDeletionTests
{
    private static readonly BulkDeleteOptions Options = new() { TimeProvider = new VirtualTime(), MaxConcurrency = 1 };

    [Fact]
    public async Task Ids_are_deleted_in_batches_of_60()
    {
        var identities = new FakeIdentities(150);

        var result = await identities.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(150), Options);

        Assert.Equal([60, 60, 30], identities.Batches.Select(batch => batch.Count));
        Assert.Equal(FakeIdentities.Ids(150), result.Deleted);
        Assert.Empty(identities.Left);
        Assert.Null(result.StoppedBy);
    }

    [Fact]
    public async Task Source_of_a_paginator_can_be_deleted()
    {
        var identities = new FakeIdentities(130);

        var result = await identities.Client.BulkDeleteIdentitiesAsync(AllAsync(identities.Client));

        Assert.Equal(130, result.Deleted.Count);
        Assert.Empty(identities.Left);

        static async IAsyncEnumerable<string> AllAsync(ICognitoIdentityClient client)
        {
            await foreach (var identity in client.PaginateListIdentities(new() { IdentityPoolId = "us-east-1:1", MaxResults = 7 }))
            {
                yield return identity.IdentityId!;
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Requests_at_the_same_time_are_bounded(int maxConcurrency)
    {
        var identities = new FakeIdentities(0);
        var (running, most) = (0, 0);
        var allRun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        identities.Before = async (_, _) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            if (now == maxConcurrency)
            {
                allRun.TrySetResult();
            }

            await allRun.Task.WithinSafetyLimit();
            await Task.Yield();
            Interlocked.Decrement(ref running);
        };

        await identities.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(1200), Options with { MaxConcurrency = maxConcurrency });

        Assert.Equal(20, identities.Batches.Count);
        Assert.Equal(maxConcurrency, most);
    }

    [Fact]
    public async Task Error_that_stays_stops_the_work_and_accounts_for_the_rest()
    {
        var identities = new FakeIdentities(200);
        var error = new NotAuthorizedException("No.") { StatusCode = System.Net.HttpStatusCode.BadRequest };
        identities.Before = (batch, _) => batch.Contains(FakeIdentities.Id(60)) ? throw error : Task.CompletedTask;
        var taken = 0;

        var result = await Account.FromFailedAsync(
            identities.Client.BulkDeleteIdentitiesAsync(Counted(FakeIdentities.Ids(200), () => taken++), Options));

        Assert.Equal(FakeIdentities.Ids(60), result.Deleted);
        Assert.Equal(FakeIdentities.Ids(120).Skip(60), result.Undeleted.Select(identity => identity.IdentityId));
        Assert.All(result.Undeleted, identity => Assert.Equal((error, false), (identity.Error, identity.MayBeDeleted)));
        Assert.Equal(120, taken);
        Assert.Same(error, result.StoppedBy);
    }

    [Fact]
    public async Task Error_of_the_source_leaves_what_was_read_of_a_batch_unattempted()
    {
        var identities = new FakeIdentities(100);
        var error = new InvalidOperationException("The file is broken.");

        var result = await Account.FromFailedAsync(identities.Client.BulkDeleteIdentitiesAsync(
            Counted(FakeIdentities.Ids(100), count: 0, onItem: number => { if (number == 90) { throw error; } }), Options));

        Assert.Equal(FakeIdentities.Ids(60), result.Deleted);
        Assert.Equal(FakeIdentities.Ids(90).Skip(60), result.NotAttempted);
        Assert.Same(error, result.StoppedBy);
    }

    [Fact]
    public async Task Id_that_comes_twice_is_deleted_and_counted_once()
    {
        var identities = new FakeIdentities(100);

        var result = await identities.Client.BulkDeleteIdentitiesAsync([.. FakeIdentities.Ids(100), .. FakeIdentities.Ids(50)], Options);

        Assert.Equal(FakeIdentities.Ids(100), result.Deleted);
        Assert.Equal([60, 40], identities.Batches.Select(batch => batch.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("no id")]
    [InlineData("us-east-1:0000\n")]
    [InlineData("us-east-1:00000000000000000000000000000000000000000000000")]
    public async Task Malformed_id_is_reported_and_not_sent(string? id)
    {
        var identities = new FakeIdentities(2);

        var result = await Account.FromFailedAsync(
            identities.Client.BulkDeleteIdentitiesAsync([FakeIdentities.Id(0), id!, FakeIdentities.Id(1)], Options));

        Assert.Equal(FakeIdentities.Ids(2), result.Deleted);
        var undeleted = Assert.Single(result.Undeleted);
        Assert.Equal(id ?? "", undeleted.IdentityId);
        Assert.IsType<ArgumentException>(undeleted.Error);
        Assert.Equal(FakeIdentities.Ids(2), Assert.Single(identities.Batches));
    }

    [Fact]
    public async Task Unprocessed_id_that_was_not_sent_makes_no_other_id_count_as_deleted()
    {
        var client = FakeClient.Create((_, _) => Task.FromResult<object>(
            new DeleteIdentitiesResponse { UnprocessedIdentityIds = [new() { ErrorCode = UnprocessedIdentityErrorCode.AccessDenied }] }));

        var result = await Account.FromFailedAsync(client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(2), Options));

        Assert.Empty(result.Deleted);
        Assert.Equal(2, result.Undeleted.Count(identity => identity.MayBeDeleted));
        Assert.IsType<InvalidResponseException>(result.StoppedBy);
    }

    [Fact]
    public async Task Progress_is_reported_after_every_batch()
    {
        var identities = new FakeIdentities(130)
        {
            Refuse = id => id == FakeIdentities.Id(0)
            ? UnprocessedIdentityErrorCode.AccessDenied
            : default(UnprocessedIdentityErrorCode?)
        };
        var reports = new List<BulkDeleteIdentitiesProgress>();

        await Account.FromFailedAsync(identities.Client.BulkDeleteIdentitiesAsync(
            FakeIdentities.Ids(130), Options, new SynchronousProgress<BulkDeleteIdentitiesProgress>(reports.Add)));

        Assert.Equal([(59, 1), (119, 1), (129, 1)], reports.Select(progress => (progress.Deleted, progress.Undeleted)));
    }

    [Fact]
    public async Task Error_of_the_progress_handler_stops_the_work_and_loses_no_account()
    {
        var identities = new FakeIdentities(130);
        var error = new InvalidOperationException("No console.");

        var result = await Account.FromFailedAsync(identities.Client.BulkDeleteIdentitiesAsync(
            FakeIdentities.Ids(130), Options, new SynchronousProgress<BulkDeleteIdentitiesProgress>(_ => throw error)));

        Assert.Equal(FakeIdentities.Ids(60), result.Deleted);
        Assert.Same(error, result.StoppedBy);
    }

    [Fact]
    public async Task Numbers_out_of_range_are_refused_at_once_by_name()
    {
        Assert.Equal("MaxConcurrency", await RefusedAsync(new() { MaxConcurrency = 0 }));
        Assert.Equal("MaxAttempts", await RefusedAsync(new() { MaxAttempts = 0 }));
        Assert.Equal("GracePeriod", await RefusedAsync(new() { GracePeriod = TimeSpan.FromSeconds(-2) }));
        Assert.Equal("GracePeriod", await RefusedAsync(new() { GracePeriod = TimeSpan.MaxValue }));

        static async Task<string?> RefusedAsync(BulkDeleteOptions options) => (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => new FakeIdentities(0).Client.BulkDeleteIdentitiesAsync([], options))).ParamName;
    }

    private static IEnumerable<string> Counted(IEnumerable<string> ids, Action onItem) => Counted(ids, 0, _ => onItem());

    private static IEnumerable<string> Counted(IEnumerable<string> ids, int count, Action<int> onItem) => ids.Select(id =>
    {
        onItem(count++);
        return id;
    });

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref most)) && Interlocked.CompareExchange(ref most, value, seen) != seen)
        {
        }
    }
}
