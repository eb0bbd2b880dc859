using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Bulk;

public sealed class PurgeIdentitiesTests
{
    private const string Pool = "us-east-1:pool";
    private static readonly PurgeOptions Really = new() { DryRun = false, TimeProvider = new VirtualTime() };

    [Fact]
    public async Task Purge_is_a_dry_run_by_default()
    {
        var identities = new FakeIdentities(130);

        var result = await identities.Client.PurgeIdentitiesAsync(Pool, IsEven);

        Assert.Empty(identities.Batches);
        Assert.Equal((true, 130, 65, 0), (result.DryRun, result.Examined, result.Matched, result.Deleted));
        Assert.Null(result.ResumeToken);
    }

    [Fact]
    public async Task Identities_that_the_filter_chooses_are_deleted_and_no_others()
    {
        var identities = new FakeIdentities(130);

        var result = await identities.Client.PurgeIdentitiesAsync(Pool, IsEven, Really);

        Assert.Equal((false, 130, 65, 65), (result.DryRun, result.Examined, result.Matched, result.Deleted));
        Assert.Equal(65, identities.Left.Count);
        Assert.DoesNotContain(identities.Left, id => IsEven(new() { IdentityId = id }));
        Assert.Null(result.ResumeToken);
        Assert.Null(result.StoppedBy);
    }

    [Fact]
    public void Guests_created_before_a_time_are_those_without_a_login_and_with_an_older_date()
    {
        var time = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var filter = IdentityFilters.GuestsCreatedBefore(time);

        Assert.True(filter(new() { CreationDate = time.AddTicks(-1) }));
        Assert.False(filter(new() { CreationDate = time }));
        Assert.False(filter(new() { CreationDate = null }));
        Assert.False(filter(new() { CreationDate = time.AddDays(-1), Logins = ["accounts.google.com"] }));
    }

    [Fact]
    public async Task Filter_is_asked_once_about_each_and_by_one_caller_at_a_time()
    {
        var identities = new FakeIdentities(600);
        var asked = new List<string>();
        var callers = 0;

        await identities.Client.PurgeIdentitiesAsync(
            Pool,
            identity =>
            {
                Assert.Equal(1, Interlocked.Increment(ref callers));
                asked.Add(identity.IdentityId!);
                Interlocked.Decrement(ref callers);
                return true;
            },
            Really);

        Assert.Equal(FakeIdentities.Ids(600), asked);
        Assert.Empty(identities.Left);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Purge_canceled_half_way_accounts_for_every_identity_and_can_go_on(int maxConcurrency)
    {
        var identities = new FakeIdentities(3000);
        using var source = new CancellationTokenSource();
        var cancel = new SynchronousProgress<PurgeIdentitiesProgress>(progress =>
        {
            if (progress.Deleted >= 1500)
            {
                source.Cancel();
            }
        });
        var options = Really with { MaxConcurrency = maxConcurrency };

        var first = await Account.FromCanceledAsync(identities.Client.PurgeIdentitiesAsync(Pool, _ => true, options, cancel, source.Token));

        Assert.InRange(first.Deleted, 1500, 1500 + (maxConcurrency * 60));
        Assert.Equal(3000 - first.Deleted, identities.Left.Count);
        Assert.Equal(first.Matched, first.Deleted + first.Undeleted.Count + first.NotAttempted.Count);
        Assert.All(first.NotAttempted, id => Assert.Contains(id, identities.Left));
        Assert.Equal(source.Token, Assert.IsType<OperationCanceledException>(first.StoppedBy).CancellationToken);

        var second = await identities.Client.PurgeIdentitiesAsync(Pool, _ => true, options with { StartingToken = first.ResumeToken });

        Assert.Equal(3000, first.Deleted + second.Deleted);
        Assert.Empty(identities.Left);
        Assert.Null(second.ResumeToken);
    }

    // The second page fails while the pages after it succeed, so the token is that of the second page.
    [Fact]
    public async Task Resume_token_is_the_first_page_that_was_not_dealt_with()
    {
        var identities = new FakeIdentities(240);
        var othersDone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var done = 0;
        identities.Before = (batch, _) => batch[0] == FakeIdentities.Id(60) ? othersDone.Task : Task.CompletedTask;
        identities.After = (_, _) =>
        {
            if (++done == 3)
            {
                othersDone.SetException(new NotAuthorizedException());
            }

            return Task.CompletedTask;
        };

        var result = await Account.FromFailedAsync(
            identities.Client.PurgeIdentitiesAsync(Pool, _ => true, Really with { MaxConcurrency = 2 }));
        Assert.Equal(FakeIdentities.Ids(120).Skip(60), result.Undeleted.Select(identity => identity.IdentityId));
        Assert.IsType<NotAuthorizedException>(result.StoppedBy);
        // A null token would start from the beginning.
        Assert.NotNull(result.ResumeToken);

        identities.Before = (_, _) => Task.CompletedTask;
        var rest = await identities.Client.PurgeIdentitiesAsync(Pool, _ => true, Really with { StartingToken = result.ResumeToken });
        Assert.Equal(60, rest.Deleted);
        Assert.Empty(identities.Left);
    }

    [Fact]
    public async Task Identities_that_the_service_refuses_are_reported_and_do_not_hold_up_the_token()
    {
        var identities = new FakeIdentities(130)
        {
            Refuse = id => id == FakeIdentities.Id(0)
            ? UnprocessedIdentityErrorCode.AccessDenied
            : default(UnprocessedIdentityErrorCode?)
        };

        var result = await Account.FromFailedAsync(identities.Client.PurgeIdentitiesAsync(Pool, _ => true, Really));

        Assert.Equal(
            [new() { IdentityId = FakeIdentities.Id(0), ErrorCode = UnprocessedIdentityErrorCode.AccessDenied }], result.Undeleted);
        Assert.Equal((130, 129), (result.Matched, result.Deleted));
        Assert.Null(result.ResumeToken);
        Assert.Null(result.StoppedBy);
    }

    [Fact]
    public async Task Filter_that_throws_stops_before_its_page()
    {
        var identities = new FakeIdentities(130);
        var error = new InvalidOperationException("What is this?");

        var result = await Account.FromFailedAsync(identities.Client.PurgeIdentitiesAsync(
            Pool, identity => identity.IdentityId == FakeIdentities.Id(100) ? throw error : true, Really with { MaxConcurrency = 1 }));

        Assert.Same(error, result.StoppedBy);
        Assert.Equal((60, 60), (result.Examined, result.Deleted));
        Assert.Equal(70,
            (await identities.Client.PurgeIdentitiesAsync(Pool, _ => true, Really with { StartingToken = result.ResumeToken })).Deleted);
    }

    // The tokens have to be those between pages: one that counts items would skip others once those are deleted.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Slices_examine_whole_pages_and_together_the_whole_pool_once(bool dryRun)
    {
        var identities = new FakeIdentities(1000);
        var options = Really with { DryRun = dryRun, StopAfter = 70 };
        var examined = new List<long>();
        long matched = 0;
        do
        {
            var slice = await identities.Client.PurgeIdentitiesAsync(Pool, IsEven, options);
            examined.Add(slice.Examined);
            matched += slice.Matched;
            options = options with { StartingToken = slice.ResumeToken };
            Assert.Null(slice.StoppedBy);
        }
        while (options.StartingToken is not null);

        Assert.Equal([120, 120, 120, 120, 120, 120, 120, 120, 40], examined);
        Assert.Equal(500, matched);
        Assert.Equal(dryRun ? 1000 : 500, identities.Left.Count);
    }

    [Fact]
    public async Task Progress_has_the_token_to_continue_with()
    {
        var identities = new FakeIdentities(130);
        var reports = new List<PurgeIdentitiesProgress>();

        await identities.Client.PurgeIdentitiesAsync(
            Pool, IsEven, Really with { MaxConcurrency = 1 }, new SynchronousProgress<PurgeIdentitiesProgress>(reports.Add));

        Assert.Equal([(60L, 30L, 30L), (120L, 60L, 60L), (130L, 65L, 65L)],
            reports.Select(progress => (progress.Examined, progress.Matched, progress.Deleted)));
        Assert.Equal([true, true, false], reports.Select(progress => progress.ResumeToken is not null));
        // After the first page, half of the rest is left.
        Assert.Equal(
            35, (await identities.Client.PurgeIdentitiesAsync(Pool, _ => true, new() { StartingToken = reports[0].ResumeToken })).Examined);
    }

    // The id is optional in the model. Without one there is nothing to delete, so the filter is not called.
    [Fact]
    public async Task Identity_without_an_id_is_examined_and_left_alone()
    {
        var id = FakeIdentities.Id(0);
        var requests = new List<object>();
        var client = FakeClient.Create((request, _) =>
        {
            requests.Add(request);
            return Task.FromResult<object>(request is ListIdentitiesRequest
                ? new ListIdentitiesResponse { Identities = [new(), new() { IdentityId = "" }, new() { IdentityId = id }] }
                : new DeleteIdentitiesResponse());
        });

        var result = await client.PurgeIdentitiesAsync(Pool, _ => true, Really);

        Assert.Equal((3, 1, 1), (result.Examined, result.Matched, result.Deleted));
        Assert.Equal([id], Assert.IsType<DeleteIdentitiesRequest>(requests[1]).IdentityIdsToDelete);
    }

    [Fact]
    public async Task Bad_arguments_are_refused_at_once_by_name()
    {
        var client = new FakeIdentities(0).Client;

        Assert.Equal(
            "identityPoolId", (await Assert.ThrowsAsync<ArgumentException>(() => client.PurgeIdentitiesAsync("", _ => true))).ParamName);
        Assert.Equal("filter", (await Assert.ThrowsAsync<ArgumentNullException>(() => client.PurgeIdentitiesAsync(Pool, null!))).ParamName);
        Assert.Equal(
            "StopAfter",
            (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
                () => client.PurgeIdentitiesAsync(Pool, _ => true, new() { StopAfter = 0 }))).ParamName);
    }

    private static bool IsEven(IdentityDescription identity) => "02468ace".Contains(identity.IdentityId![^1]);
}
