using System.Runtime.CompilerServices;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Bulk;

/// <summary>After a cancellation every id is accounted for exactly once, and the account is true.</summary>
public sealed class DeleteIdentitiesCancellationTests
{
    [Fact]
    public async Task Canceled_before_it_starts_nothing_is_sent()
    {
        var identities = new FakeIdentities(100);

        var result = await Account.FromCanceledAsync(
            identities.Client.BulkDeleteIdentitiesAsync(FakeIdentities.Ids(100), cancellationToken: new(canceled: true)));

        Assert.Empty(identities.Batches);
        Assert.Equal((0, 0), (result.Deleted.Count, result.Undeleted.Count));
        Assert.IsType<OperationCanceledException>(result.StoppedBy);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Canceled_half_way_the_requests_under_way_finish_and_no_more_begin(int maxConcurrency)
    {
        var identities = new FakeIdentities(3000);
        using var source = new CancellationTokenSource();
        var cancel = new SynchronousProgress<BulkDeleteIdentitiesProgress>(progress =>
        {
            if (progress.Deleted >= 1500)
            {
                source.Cancel();
            }
        });

        var result = await Account.FromCanceledAsync(identities.Client.BulkDeleteIdentitiesAsync(
            FakeIdentities.Ids(3000), new() { MaxConcurrency = maxConcurrency }, cancel, source.Token));

        Assert.InRange(result.Deleted.Count, 1500, 1500 + (maxConcurrency * 60));
        Assert.Empty(result.Undeleted);
        Assert.Equal(FakeIdentities.Ids(3000).Except(result.Deleted), identities.Left);
        Assert.Equal(
            FakeIdentities.Ids(result.Deleted.Count + result.NotAttempted.Count), result.Deleted.Concat(result.NotAttempted).Order());
        Assert.Equal(source.Token, Assert.IsType<OperationCanceledException>(result.StoppedBy).CancellationToken);
    }

    [Fact]
    public async Task Request_that_does_not_finish_in_the_grace_period_is_cut_off_and_its_outcome_open()
    {
        var clock = new VirtualTime { LongestWait = TimeSpan.Zero };
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var identities = new FakeIdentities(60);
        var cutOff = CancellationToken.None;
        identities.After = (_, token) =>
        {
            cutOff = token;
            sent.SetResult();
            return Task.Delay(Timeout.Infinite, token);
        };
        using var source = new CancellationTokenSource();
        var work = identities.Client.BulkDeleteIdentitiesAsync(
            FakeIdentities.Ids(60), new() { TimeProvider = clock }, cancellationToken: source.Token);
        await sent.Task.WithinSafetyLimit();

        await source.CancelAsync();
        Assert.Equal([TimeSpan.FromSeconds(5)], clock.Waits);
        Assert.False(cutOff.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(5));
        var result = await Account.FromCanceledAsync(work);

        Assert.Equal(FakeIdentities.Ids(60), result.Undeleted.Select(identity => identity.IdentityId));
        Assert.All(result.Undeleted, identity => Assert.True(identity.MayBeDeleted && identity.Error is OperationCanceledException));
        Assert.Equal(source.Token, Assert.IsType<OperationCanceledException>(result.StoppedBy).CancellationToken);
    }

    [Fact]
    public async Task Wait_before_another_attempt_ends_with_the_cancellation()
    {
        var clock = new VirtualTime { LongestWait = TimeSpan.Zero };
        using var source = new CancellationTokenSource();
        var identities = new FakeIdentities(1) { Refuse = _ => UnprocessedIdentityErrorCode.InternalServerError };
        var work = identities.Client.BulkDeleteIdentitiesAsync(
            FakeIdentities.Ids(1), new() { TimeProvider = clock }, cancellationToken: source.Token);
        await clock.UntilRunningAsync(timers: 1);

        await source.CancelAsync();

        Assert.Equal(
            UnprocessedIdentityErrorCode.InternalServerError, Assert.Single((await Account.FromCanceledAsync(work)).Undeleted).ErrorCode);
    }

    // If the source's wait ends inside Cancel, the work ends there too, and its token sources are disposed of before Cancel returns.
    [Fact]
    public async Task Cancellation_that_ends_the_work_at_once_does_not_throw_where_it_is_asked_for()
    {
        for (var round = 0; round < 20; round++)
        {
            using var source = new CancellationTokenSource();
            var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var work =
                new FakeIdentities(1).Client.BulkDeleteIdentitiesAsync(OneAndThenNoneAsync(waiting), cancellationToken: source.Token);
            await waiting.Task.WithinSafetyLimit();

            source.Cancel();

            var result = await Account.FromCanceledAsync(work);
            Assert.Equal(FakeIdentities.Ids(1), result.NotAttempted);
            Assert.Equal(source.Token, Assert.IsType<OperationCanceledException>(result.StoppedBy).CancellationToken);
        }

        static async IAsyncEnumerable<string> OneAndThenNoneAsync(
            TaskCompletionSource waiting, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return FakeIdentities.Id(0);
            var next = new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            waiting.SetResult();
            await next.ConfigureAwait(false);
        }
    }

    // If the grace period did not begin, the pending request would never end.
    [Fact]
    public async Task Callback_of_the_source_that_throws_keeps_no_request_from_being_cut_off()
    {
        using var source = new CancellationTokenSource();
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var identities = new FakeIdentities(60)
        {
            Before = (_, token) =>
            {
                sent.SetResult();
                return Task.Delay(Timeout.Infinite, token);
            },
        };
        var options = new BulkDeleteOptions { TimeProvider = new VirtualTime() };
        var work = identities.Client.BulkDeleteIdentitiesAsync(SixtyAndThenNoneAsync(), options, cancellationToken: source.Token);
        await sent.Task.WithinSafetyLimit();

        Assert.Throws<AggregateException>(source.Cancel);

        Assert.Equal(60, (await Account.FromCanceledAsync(work)).Undeleted.Count);

        static async IAsyncEnumerable<string> SixtyAndThenNoneAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            using var registration = cancellationToken.Register(() => throw new InvalidOperationException("The source's own."));
            foreach (var id in FakeIdentities.Ids(60))
            {
                yield return id;
            }

            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    // Each seed mixes refusals, throttling, lost responses, errors and cancellation at random.
    [Fact]
    public async Task Every_id_is_accounted_for_exactly_once_whatever_happens()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var luck = new object();
            double Roll()
            {
                lock (luck)
                {
                    return random.NextDouble();
                }
            }

            var count = random.Next(400);
            var identities = new FakeIdentities(count);
            using var source = new CancellationTokenSource();
            identities.Refuse = _ => Roll() switch
            {
                < 0.05 => UnprocessedIdentityErrorCode.AccessDenied,
                < 0.15 => UnprocessedIdentityErrorCode.InternalServerError,
                _ => default(UnprocessedIdentityErrorCode?)
            };
            identities.Before = (_, _) => Roll() switch
            {
                < 0.1 => throw new TooManyRequestsException(),
                < 0.12 => throw new NotAuthorizedException(),
                < 0.17 => source.CancelAsync(),
                _ => Task.CompletedTask,
            };
            identities.After = (_, token) => Roll() < 0.05 ? throw new CognitoIdentityConnectionException("Lost") : Task.CompletedTask;
            var taken = new List<string>();
            var options = new BulkDeleteOptions
            {
                TimeProvider = new VirtualTime(),
                MaxConcurrency = random.Next(1, 6),
                MaxAttempts = random.Next(1, 4)
            };

            var result = await Account.FromAnyAsync(identities.Client.BulkDeleteIdentitiesAsync(
                Noted(FakeIdentities.Ids(count), taken), options, cancellationToken: source.Token));

            string[] accounted = [.. result.Deleted, .. result.Undeleted.Select(identity => identity.IdentityId), .. result.NotAttempted];
            Assert.Equal(taken.Order(), accounted.Order());
            var left = identities.Left.ToHashSet();
            Assert.DoesNotContain(result.Deleted, left.Contains);
            Assert.All(result.NotAttempted, id => Assert.Contains(id, left));
            Assert.All(result.Undeleted.Where(identity => !identity.MayBeDeleted), identity => Assert.Contains(identity.IdentityId, left));
            Assert.True(result.StoppedBy is not null || taken.Count == count);
        }
    }

    private static IEnumerable<string> Noted(IEnumerable<string> ids, List<string> taken)
    {
        foreach (var id in ids)
        {
            taken.Add(id);
            yield return id;
        }
    }
}
