using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

public sealed class TimeoutTests
{
    private readonly VirtualTime _clock = new();

    [Fact]
    public async Task Attempt_timeout_on_every_attempt_says_so_and_after_how_many()
    {
        using var handler = new ScriptedHandler(HangingFor(seconds: 10));
        using var client = TestClient.Create(handler, options => options.TimeProvider = _clock);

        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Contains("AttemptTimeout of 00:00:10", error.Message);
        Assert.Contains("attempt 3", error.Message);
        Assert.Equal((2, "GetId", null), (error.RetryAttempts, error.OperationName, error.StatusCode));
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task Attempt_timeout_followed_by_an_response_is_a_result()
    {
        using var handler = new ScriptedHandler(HangingFor(seconds: 10), CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => options.TimeProvider = _clock);

        var response = await client.GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal(1, response.ResponseMetadata.RetryAttempts);
    }

    [Fact]
    public async Task Attempt_timeout_counts_the_reading_of_the_body()
    {
        var body = new HangingStream(() => _clock.Advance(TimeSpan.FromSeconds(10)));
        using var handler = new ScriptedHandler(CannedResponse.Content(() => new StreamContent(body)));
        using var client = TestClient.Create(handler, options => (options.TimeProvider, options.MaxAttempts) = (_clock, 1));

        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Contains("AttemptTimeout", error.Message);
        Assert.Contains("attempt 1", error.Message);
    }

    [Fact]
    public async Task Attempt_timeout_that_breaks_the_connection_is_not_a_lost_connection()
    {
        using var handler = new ScriptedHandler((request, token) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            return CannedResponse.Lost(request, token);
        });
        using var client = TestClient.Create(handler, options => options.TimeProvider = _clock);

        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(2, error.RetryAttempts);
    }

    [Theory]
    [InlineData(60, 1, "1 attempt ")]
    [InlineData(30, 2, "2 attempts")]
    public async Task Total_timeout_during_an_attempt_says_so_and_after_how_many(int secondsPerAttempt, int attempts, string expected)
    {
        using var handler = new ScriptedHandler(async (request, token) =>
        {
            _clock.Advance(TimeSpan.FromSeconds(secondsPerAttempt));
            token.ThrowIfCancellationRequested();
            return await CannedResponse.Error("InternalErrorException", 500)(request, token);
        });
        using var client = TestClient.Create(handler, options =>
            (options.TimeProvider, options.AttemptTimeout) = (_clock, Timeout.InfiniteTimeSpan));

        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Contains("TotalTimeout", error.Message);
        Assert.Contains(expected, error.Message);
        Assert.Equal((attempts - 1, "GetId"), (error.RetryAttempts, error.OperationName));
        Assert.Equal(attempts, handler.Requests.Count);
    }

    // The wait is longer than the whole call may take, so that no second attempt can begin before the time is up.
    [Fact]
    public async Task Total_timeout_during_a_wait_says_so()
    {
        var clock = new VirtualTime { LongestWait = TimeSpan.Zero };
        using var handler = new ScriptedHandler(CannedResponse.Error("ThrottlingException"));
        using var client = new CognitoIdentityClient(
            TestClient.Options(options => (options.TimeProvider, options.TotalTimeout) = (clock, TimeSpan.FromMilliseconds(100))),
            handler,
            ownsHandler: false,
            jitter: () => 0.5);
        var call = client.GetIdAsync(TestClient.GetIdRequest);
        await clock.UntilRunningAsync(timers: 2);

        clock.Advance(TimeSpan.FromMilliseconds(100));

        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(call);
        Assert.Contains("TotalTimeout", error.Message);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Attempt_timeout_while_credentials_resolve_is_a_timeout_and_sends_nothing()
    {
        var credentials = new TestCredentials(() =>
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            return new TaskCompletionSource<Amazon.Runtime.ImmutableCredentials>().Task;
        });
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => (options.TimeProvider, options.Credentials) = (_clock, credentials));

        await TestClient.FailureAsync<CognitoIdentityTimeoutException>(client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Empty(handler.Requests);
    }

    // SocketsHttpHandler reports it with a TaskCanceledException, although no token was canceled.
    [Fact]
    public async Task Connect_timeout_of_the_callers_handler_is_typed_and_retried()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(20),
            ConnectCallback = async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException("Unreachable");
            },
        };
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<Exception>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(2, Assert.IsAssignableFrom<CognitoIdentityException>(error).RetryAttempts);
    }

    private Step HangingFor(int seconds) => (request, token) =>
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        return CannedResponse.Never(request, token);
    };

    private sealed class HangingStream(Action begun) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            begun();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
