using System.Collections.Concurrent;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

public sealed class RefreshTests
{
    private const string PoolId = TestClient.PoolId;

    private readonly VirtualTime _clock = new();
    private readonly ConcurrentQueue<CredentialsRefreshFailure> _failures = new();
    private readonly ICognitoIdentityClient _client;
    private readonly FakeClient _fake;
    private TimeSpan _lifetime = TimeSpan.FromHours(1);
    private Func<Task> _beforeResponse = () => Task.CompletedTask;

    public RefreshTests()
    {
        (_client, _fake) = FakeClient.Create();
        _fake.IssueAsync = async (_, _) =>
        {
            await _beforeResponse();
            return FakeClient.NewCredentials(_clock.GetUtcNow() + _lifetime);
        };
    }

    private int Issued => _fake.CallsOf("GetCredentialsForIdentity");

    private Task IssuedAsync(int times) => _fake.CallsReachedAsync("GetCredentialsForIdentity", times);

    [Fact]
    public async Task Session_is_fetched_once_and_served_from_the_cache_until_its_refresh_is_due()
    {
        var credentials = Create();

        var first = await credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromMinutes(54));
        var second = await credentials.GetSessionAsync();

        Assert.Equal((CognitoIdentitySessionSource.Refresh, CognitoIdentitySessionSource.Cache), (first.Source, second.Source));
        Assert.Equal(first.Credentials, second.Credentials);
        Assert.Equal(1, Issued);
        Assert.Equal(first.Expiration.UtcDateTime, credentials.Expiration);
    }

    [Fact]
    public async Task Callers_of_an_expired_session_cause_one_call_however_many_they_are()
    {
        var credentials = Create();
        await credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromHours(2));
        var gate = new TaskCompletionSource();
        _beforeResponse = () => gate.Task;

        var callers = Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => credentials.GetSessionAsync())).ToList();
        await IssuedAsync(2);
        gate.SetResult();
        var sessions = await Task.WhenAll(callers);

        Assert.Equal(2, Issued);
        Assert.Single(sessions.Select(session => session.Credentials).Distinct());
        Assert.All(sessions, session => Assert.True(session.Expiration > _clock.GetUtcNow()));
        Assert.Equal(1, _fake.CallsOf("GetId"));
    }

    // A caller can find no session and be overtaken by the end of the refresh; it must not begin a second one.
    [Fact]
    public async Task Caller_that_arrives_as_the_refresh_ends_gets_its_result_and_begins_no_other()
    {
        var runs = 0;
        var flight = new SingleFlight<string>(() => Task.FromResult($"run {++runs}"), new(), this, CancellationToken.None);

        Assert.Equal("run 1", await flight.Join(() => null, out _));
        Assert.Equal("cached", await flight.Join(() => Task.FromResult("cached"), out _));
        Assert.Equal("run 2", await flight.Join(() => null, out var isShared));
        Assert.False(isShared);
    }

    // The same a moment later: the caller has found no session and has yet to see whether the refresh runs, when it ends.
    [Fact]
    public async Task Caller_overtaken_by_the_end_of_the_refresh_gets_its_result_and_begins_no_other()
    {
        var (runs, gate, held) = (0, new TaskCompletionSource(), (string?)null);
        var flight = new SingleFlight<string>(WorkAsync, new(), this, CancellationToken.None);
        var first = flight.Join(() => null, out _);

        var overtaken = flight.Join(() =>
        {
            var found = held;
            gate.TrySetResult();
            Assert.True(((IAsyncResult)first).AsyncWaitHandle.WaitOne(SafetyLimit.Value));
            return found is null ? null : Task.FromResult(found);
        }, out _);

        Assert.Equal(("run 1", "run 1", 1), (await first, await overtaken, runs));

        async Task<string> WorkAsync()
        {
            var run = $"run {++runs}";
            await gate.Task;
            return held = run;
        }
    }

    [Fact]
    public async Task Session_whose_refresh_is_due_is_served_while_the_next_comes_in_the_background()
    {
        var credentials = Create();
        var first = await credentials.GetSessionAsync();
        var gate = new TaskCompletionSource();
        _beforeResponse = () => gate.Task;
        _clock.Advance(TimeSpan.FromMinutes(56));

        var meanwhile = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => credentials.GetSessionAsync()));
        await IssuedAsync(2);
        gate.SetResult();
        await credentials.WhenIdleAsync().WithinSafetyLimit();
        _clock.Advance(TimeSpan.FromMinutes(3.5));
        var next = await credentials.GetSessionAsync();

        Assert.All(meanwhile, session => Assert.Equal(first.Credentials, session.Credentials));
        Assert.Equal(2, Issued);
        Assert.NotEqual(first.Credentials, next.Credentials);
    }

    [Fact]
    public async Task Session_past_the_hard_limit_is_waited_for()
    {
        var credentials = Create();
        var first = await credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromMinutes(59.5));

        var next = await credentials.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Refresh, next.Source);
        Assert.True(next.Expiration > first.Expiration);
    }

    // Limits made for an hour would have credentials of five minutes refreshed at every use.
    [Theory]
    [InlineData(2.4, 1)]
    [InlineData(2.6, 2)]
    public async Task Refresh_of_short_lived_credentials_begins_at_half_of_their_lifetime(double minutes, int issued)
    {
        _lifetime = TimeSpan.FromMinutes(5);
        var credentials = Create();
        await credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
        await credentials.WhenIdleAsync().WithinSafetyLimit();
        Assert.Equal(issued, Issued);
    }

    [Theory]
    [InlineData(60, 55, 59)]
    [InlineData(15, 10, 14)]
    [InlineData(10, 5, 9)]
    [InlineData(5, 2.5, 4.5)]
    public void Limits_are_those_of_the_options_or_their_share_of_a_short_lifetime(double lifetime, double soft, double hard)
    {
        var settings = new CredentialsSettings(new() { IdentityPoolId = PoolId, Jitter = () => 0 }, _client, logger: null);
        var keys = FakeClient.NewCredentials(_clock.GetUtcNow() + TimeSpan.FromMinutes(lifetime));

        var cached = new CachedSession(new("id", keys, isGuest: true), Moment.Now(_clock), TimeSpan.FromMinutes(lifetime), settings);

        Assert.Equal((TimeSpan.FromMinutes(soft), TimeSpan.FromMinutes(hard)), (cached.RefreshAfter, cached.WaitAfter));
    }

    [Theory]
    [InlineData(4.4, CognitoIdentitySessionSource.Cache)]
    [InlineData(4.6, CognitoIdentitySessionSource.Refresh)]
    public async Task Users_of_short_lived_credentials_wait_in_the_last_tenth_of_their_lifetime(
        double minutes, CognitoIdentitySessionSource source)
    {
        _lifetime = TimeSpan.FromMinutes(5);
        var credentials = Create();
        await credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(source, (await credentials.GetSessionAsync()).Source);
    }

    [Fact]
    public async Task Cancellation_of_one_caller_ends_its_wait_and_not_the_refresh()
    {
        var credentials = Create();
        var gate = new TaskCompletionSource();
        _beforeResponse = () => gate.Task;
        using var cancellation = new CancellationTokenSource();
        var impatient = credentials.GetSessionAsync(cancellation.Token);
        var patient = credentials.GetSessionAsync();
        await IssuedAsync(1);

        await cancellation.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        gate.SetResult();

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await patient).Source);
        Assert.Equal(1, Issued);
    }

    [Fact]
    public async Task Failed_refresh_keeps_serving_valid_credentials_and_is_reported_to_the_callback_and_the_log()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var credentials = Create(logger: log);
        var first = await credentials.GetSessionAsync();
        _beforeResponse = () => throw new InternalErrorException("down");
        _clock.Advance(TimeSpan.FromMinutes(56));

        var inBackground = await credentials.GetSessionAsync();

        // A use that comes before the refresh has ended shares it, and starts none.
        await credentials.WhenIdleAsync().WithinSafetyLimit();
        _clock.Advance(TimeSpan.FromMinutes(3.5));
        var afterWaiting = await credentials.GetSessionAsync();
        await credentials.WhenIdleAsync().WithinSafetyLimit();

        Assert.Equal(first.Credentials, inBackground.Credentials);
        Assert.Equal(first.Credentials, afterWaiting.Credentials);
        Assert.Equal(2, _failures.Count);
        Assert.All(_failures, failure =>
        {
            Assert.IsType<InternalErrorException>(failure.Exception);
            Assert.Equal((PoolId, first.Expiration), (failure.IdentityPoolId, failure.ServedUntil));
        });
        Assert.Equal(2, log.Events().Count(entry => entry == (LogLevel.Warning, "CredentialsRefreshFailed")));
    }

    [Fact]
    public async Task Failed_refresh_of_expired_credentials_is_thrown_and_tried_again_after_a_second()
    {
        var credentials = Create();
        await credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        _beforeResponse = () => throw new InternalErrorException("down");

        await Assert.ThrowsAsync<InternalErrorException>(() => credentials.GetSessionAsync());
        _beforeResponse = () => Task.CompletedTask;
        _clock.Advance(TimeSpan.FromSeconds(1));
        var session = await credentials.GetSessionAsync();

        Assert.True(session.Expiration > _clock.GetUtcNow());
        Assert.Null(Assert.Single(_failures).ServedUntil);
    }

    // The limit cancels the work, and a cancellation that no caller asked for tells a caller nothing.
    [Fact]
    public async Task RefreshTimeout_is_a_timeout_for_every_caller_of_the_pause_and_for_the_callback()
    {
        var gate = new TaskCompletionSource<Credentials>();
        _fake.IssueAsync = (_, cancellationToken) => gate.Task.WaitAsync(cancellationToken);
        var credentials = Create();
        var first = credentials.GetSessionAsync();
        await IssuedAsync(1);

        _clock.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<CognitoIdentityTimeoutException>(() => first);

        await Assert.ThrowsAsync<CognitoIdentityTimeoutException>(() => credentials.GetSessionAsync());
        Assert.IsType<CognitoIdentityTimeoutException>(Assert.Single(_failures).Exception);
    }

    [Fact]
    public async Task Failed_refreshes_in_the_background_are_paced()
    {
        var credentials = Create();
        await credentials.GetSessionAsync();
        _beforeResponse = () => throw new InternalErrorException("down");
        _clock.Advance(TimeSpan.FromMinutes(56));

        await credentials.GetSessionAsync();
        await credentials.WhenIdleAsync().WithinSafetyLimit();
        for (var use = 0; use < 1_000; use++)
        {
            await credentials.GetSessionAsync();
        }

        Assert.Single(_failures);
        _clock.Advance(TimeSpan.FromSeconds(11));
        await credentials.GetSessionAsync();
        await credentials.WhenIdleAsync().WithinSafetyLimit();
        Assert.Equal(2, _failures.Count);
    }

    [Fact]
    public async Task Refresh_failed_callback_that_throws_breaks_nothing()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var credentials = Create(options => options.RefreshFailed = _ => throw new FormatException("mine"), log);
        _beforeResponse = () => throw new InternalErrorException("down");

        await Assert.ThrowsAsync<InternalErrorException>(() => credentials.GetSessionAsync());

        Assert.Contains((LogLevel.Error, "CallbackFailed"), log.Events());
    }

    [Fact]
    public async Task Refresh_that_takes_too_long_is_a_timeout_for_all_who_wait()
    {
        var asked = new TaskCompletionSource();
        var never = CognitoIdentityUser.SignedIn(TestPool.Google, _ =>
        {
            asked.SetResult();
            return new TaskCompletionSource<string>().Task;
        });
        var credentials = Create(options => (options.User, options.RefreshTimeout) = (never, TimeSpan.FromSeconds(30)));
        var waiting = credentials.GetSessionAsync();
        await asked.Task.WithinSafetyLimit();

        _clock.Advance(TimeSpan.FromSeconds(31));

        var error = await Assert.ThrowsAsync<CognitoIdentityTimeoutException>(() => waiting);
        Assert.Contains("RefreshTimeout, 00:00:30", error.Message);
    }

    // A request's HttpContext, say, would be that of whoever happened to come first.
    [Fact]
    public async Task Callbacks_see_no_ambient_state_of_a_caller()
    {
        var ambient = new AsyncLocal<string> { Value = "the caller's" };
        var seen = "nothing";
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ =>
        {
            seen = ambient.Value;
            return Task.FromResult("token");
        });

        await Create(options => options.User = user).GetSessionAsync();

        Assert.Null(seen);
    }

    // As a developer user's whose backend, in the same process, signs with the user's credentials.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Callback_that_asks_for_its_own_credentials_fails_at_once(bool identityAlone)
    {
        CognitoIdentityCredentials credentials = null!;
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, async _ =>
        {
            await Task.Yield();
            return (await credentials.GetCredentialsAsync()).Token;
        });
        credentials = Create(options => options.User = user);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => (identityAlone ? credentials.GetIdentityIdAsync() : (Task)credentials.GetSessionAsync()).WithinSafetyLimit());

        Assert.Contains("wait for itself", error.Message);
    }

    [Fact]
    public async Task Callback_that_asks_for_its_own_credentials_while_they_are_valid_gets_them()
    {
        CognitoIdentityCredentials credentials = null!;
        var isFirst = true;
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, async _ =>
            isFirst ? "token" : (await credentials.GetCredentialsAsync()).Token);
        credentials = Create(options => options.User = user);
        await credentials.GetSessionAsync();
        isFirst = false;
        _clock.Advance(TimeSpan.FromMinutes(59.5));

        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await credentials.GetSessionAsync().WithinSafetyLimit()).Source);
    }

    [Fact]
    public async Task Work_that_a_callback_left_behind_may_ask_for_the_credentials_later()
    {
        CognitoIdentityCredentials credentials = null!;
        var later = new TaskCompletionSource();
        Task<CognitoIdentitySession>? leftBehind = null;
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ =>
        {
            leftBehind ??= AskLaterAsync();
            return Task.FromResult("token");
        });
        credentials = Create(options => options.User = user);
        await credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromHours(2));

        later.SetResult();

        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await leftBehind!.WithinSafetyLimit()).Source);

        async Task<CognitoIdentitySession> AskLaterAsync()
        {
            await later.Task;
            return await credentials.GetSessionAsync();
        }
    }

    private CognitoIdentityCredentials Create(
        Action<CognitoIdentityCredentialsOptions>? configure = null,
        ILogger<CognitoIdentityCredentials>? logger = null)
    {
        var options = new CognitoIdentityCredentialsOptions
        {
            IdentityPoolId = PoolId,
            TimeProvider = _clock,
            RefreshFailed = _failures.Enqueue,
            Jitter = () => 0,
        };
        configure?.Invoke(options);
        return new(options, _client, logger);
    }
}
