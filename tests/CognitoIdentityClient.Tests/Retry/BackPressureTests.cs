using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>docs/guides/retries.md: "A waiting call holds no thread and no connection." A thousand of them cost memory alone.</summary>
[Collection(nameof(TestsThatRunAlone))]
public sealed class BackPressureTests
{
    private const int Callers = 1000;
    private const int Connections = 2;
    private const int MostBytesPerCaller = 10_000;

    // Nothing ends by itself.
    private readonly ManualTimeProvider _clock = new() { LongestWait = TimeSpan.Zero };

    [Fact]
    public async Task Thousand_callers_waiting_to_retry_hold_no_thread_no_connection_and_little_memory()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Connections };
        using var client = Client(handler, options => (options.Endpoint, options.ClockSkewCorrection) = (emulator.Endpoint, false));
        await client.GetOpenIdTokenErrorAsync();
        emulator.Faults.Add(Fault.Throttling() with { Operation = "GetId" });
        var threads = ThreadPool.ThreadCount;
        var memory = GC.GetTotalMemory(forceFullCollection: true);

        var calls = StartCalls(client);

        // Each has a timer for its total time-out and one for its wait; those of the attempts' time-outs are gone.
        await Eventually.IsTrueAsync(() => emulator.Requests.For("GetId").Count == Callers && _clock.RunningTimers == 2 * Callers);
        Assert.InRange(ThreadPool.ThreadCount - threads, -threads, 20);
        emulator.Requests.Clear();
        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - memory) / Callers, 0, MostBytesPerCaller);

        // Both connections are free: another call goes through, although time stands still.
        await client.GetOpenIdTokenErrorAsync();
        Assert.All(calls, call => Assert.False(call.IsCompleted));

        _clock.Advance(TimeSpan.FromSeconds(60));
        var errors = await Task.WhenAll(calls);
        Assert.All(errors, error => Assert.IsType<CognitoIdentityTimeoutException>(error));
    }

    [Fact]
    public async Task Thousand_callers_in_the_rate_limiters_line_share_one_timer_and_send_nothing()
    {
        using var handler = new ScriptedHandler(Answer.Error("TooManyRequestsException"));
        using var client = Client(handler, options =>
        {
            (options.RetryMode, options.MaxAttempts) = (RetryMode.Adaptive, 1);
            options.TotalTimeout = Timeout.InfiniteTimeSpan;
        });
        await client.GetIdErrorAsync();
        using var cancellation = new CancellationTokenSource();

        var calls = StartCalls(client, cancellation.Token);

        await Eventually.IsTrueAsync(() => _clock.RunningTimers == 1);
        Assert.Single(handler.Requests);
        Assert.All(calls, call => Assert.False(call.IsCompleted));

        // Cancelled, they end at once: time stands still.
        await cancellation.CancelAsync();
        var errors = await Task.WhenAll(calls);
        Assert.All(errors, error => Assert.Equal(cancellation.Token, Assert.IsType<OperationCanceledException>(error).CancellationToken));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Wait_for_the_rate_limiter_counts_against_the_total_time_out()
    {
        using var handler = new ScriptedHandler(Answer.Error("TooManyRequestsException"));
        using var client = Client(handler, options =>
        {
            (options.RetryMode, options.MaxAttempts) = (RetryMode.Adaptive, 1);
            options.TotalTimeout = TimeSpan.FromSeconds(1);
        });
        await client.GetIdErrorAsync();

        var call = client.GetIdErrorAsync();
        await Eventually.IsTrueAsync(() => _clock.RunningTimers == 2);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var error = Assert.IsType<CognitoIdentityTimeoutException>(await call);
        Assert.Contains("TotalTimeout of 00:00:01 passed after 0 attempts", error.Message);
        Assert.Single(handler.Requests);
    }

    private static Task<Exception>[] StartCalls(CognitoIdentityClient client, CancellationToken cancellationToken = default) =>
        [.. Enumerable.Range(0, Callers).Select(_ => client.GetIdErrorAsync(cancellationToken))];

    // With a quota that pays for a retry of every caller.
    private CognitoIdentityClient Client(HttpMessageHandler handler, Action<CognitoIdentityClientOptions> configure) => new(
        TestClient.Options(options =>
        {
            options.TimeProvider = _clock;
            configure(options);
        }),
        handler,
        ownsHandler: false,
        new RetryQuota(Callers * RetryQuota.ThrottlingCost),
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
