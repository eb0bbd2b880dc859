using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>docs/guides/retries.md: "A waiting call holds no thread and no connection." Hundreds of them cost only memory.</summary>
public sealed class BackPressureTests
{
    private const int Callers = 250;
    private const int Connections = 2;
    private const int MostBytesPerCaller = 30_000;

    // The first wait after a throttled attempt, with a jitter of 1.
    private static readonly TimeSpan ThrottlingWait = TimeSpan.FromSeconds(1);

    // Nothing ends by itself.
    private readonly VirtualTime _clock = new() { LongestWait = TimeSpan.Zero };

    // The script responds at once, so that each call goes on this thread up to its wait: a call that held a thread would hold this one, and
    // what the calls allocate is counted on this thread alone.
    [Fact]
    public async Task Hundreds_of_callers_waiting_to_retry_hold_no_thread_and_little_memory()
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("TooManyRequestsException"));
        using var client = Client(handler, options => options.MaxAttempts = 2);
        using var cancellation = new CancellationTokenSource();

        // The first call waits until another thread has made the pipeline.
        var first = client.GetIdErrorAsync(cancellation.Token);
        await _clock.UntilWaitAsync(ThrottlingWait);
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var calls = StartCalls(client, cancellation.Token);

        var perCaller = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Callers;
        Assert.Equal(Callers + 1, _clock.Waits.Count(wait => wait == ThrottlingWait));
        Assert.All(calls, call => Assert.False(call.IsCompleted));
        Assert.InRange(perCaller, 1, MostBytesPerCaller);

        await cancellation.CancelAsync();
        await Task.WhenAll([first, .. calls]);
        Assert.Equal(0, _clock.RunningTimers);
    }

    [Fact]
    public async Task Callers_waiting_to_retry_hold_no_connection()
    {
        const int FewCallers = 20;
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Connections };
        using var client = Client(handler, options => (options.Endpoint, options.ClockSkewCorrection) = (emulator.Endpoint, false));
        emulator.Faults.Add(Fault.Throttling() with { Operation = "GetId" });
        using var cancellation = new CancellationTokenSource();

        var calls = StartCalls(client, cancellation.Token, FewCallers);
        await _clock.UntilWaitAsync(ThrottlingWait, FewCallers);

        // Both connections are free: another call goes through, although time stands still.
        await client.GetOpenIdTokenErrorAsync();
        Assert.All(calls, call => Assert.False(call.IsCompleted));

        await cancellation.CancelAsync();
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Hundreds_of_callers_in_the_rate_limiters_line_share_one_timer_and_send_nothing()
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("TooManyRequestsException"));
        using var client = Client(handler, options =>
        {
            (options.RetryMode, options.MaxAttempts) = (RetryMode.Adaptive, 1);
            options.TotalTimeout = Timeout.InfiniteTimeSpan;
        });
        await client.GetIdErrorAsync();
        using var cancellation = new CancellationTokenSource();

        var calls = StartCalls(client, cancellation.Token);

        await _clock.UntilRunningAsync(timers: 1);
        Assert.Single(handler.Requests);
        Assert.All(calls, call => Assert.False(call.IsCompleted));

        // Canceled, they end at once: time stands still.
        await cancellation.CancelAsync();
        var errors = await Task.WhenAll(calls);
        Assert.All(errors, error => Assert.Equal(cancellation.Token, Assert.IsType<OperationCanceledException>(error).CancellationToken));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Wait_for_the_rate_limiter_counts_against_the_total_timeout()
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("TooManyRequestsException"));
        using var client = Client(handler, options =>
        {
            (options.RetryMode, options.MaxAttempts) = (RetryMode.Adaptive, 1);
            options.TotalTimeout = TimeSpan.FromSeconds(1);
        });
        await client.GetIdErrorAsync();

        var call = client.GetIdErrorAsync();
        await _clock.UntilRunningAsync(timers: 2);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var error = Assert.IsType<CognitoIdentityTimeoutException>(await call);
        Assert.Contains("TotalTimeout of 00:00:01 passed after 0 attempts", error.Message);
        Assert.Single(handler.Requests);
    }

    private static Task<Exception>[] StartCalls(CognitoIdentityClient client, CancellationToken cancellationToken, int count = Callers) =>
        [.. Enumerable.Range(0, count).Select(_ => client.GetIdErrorAsync(cancellationToken))];

    // With a quota that pays for a retry of every caller.
    private CognitoIdentityClient Client(HttpMessageHandler handler, Action<CognitoIdentityClientOptions> configure) => new(
        TestClient.Options(options =>
        {
            options.TimeProvider = _clock;
            configure(options);
        }),
        handler,
        ownsHandler: false,
        new RetryQuota((Callers + 1) * RetryQuota.ThrottlingCost),
        () => 1);
}

file static class ErrorsOfCalls
{
    public static async Task<Exception> GetIdErrorAsync(this CognitoIdentityClient client, CancellationToken cancellationToken = default) =>
        await TestClient.FailureAsync<Exception>(client.GetIdAsync(TestClient.GetIdRequest, cancellationToken));

    public static async Task GetOpenIdTokenErrorAsync(this CognitoIdentityClient client) =>
        await TestClient.FailureAsync<ResourceNotFoundException>(
            client.GetOpenIdTokenAsync(new() { IdentityId = TestClient.PoolId }));
}
