using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

/// <summary>The caller's cancellation is an OperationCanceledException with the caller's own token, at whatever stage it comes.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    public void Dispose() => _cancellation.Dispose();

    [Fact]
    public async Task Cancellation_before_the_call_sends_nothing()
    {
        await _cancellation.CancelAsync();

        await CheckAsync(new(CannedResponse.Ok), requests: 0);
    }

    [Fact]
    public async Task Cancellation_while_credentials_resolve_sends_nothing()
    {
        var credentials = new TestCredentials(() =>
        {
            _cancellation.Cancel();
            return new TaskCompletionSource<Amazon.Runtime.ImmutableCredentials>().Task;
        });

        await CheckAsync(new(CannedResponse.Ok), requests: 0, options => options.Credentials = credentials);
    }

    [Fact]
    public async Task Cancellation_while_the_request_is_sent_is_not_retried() =>
        await CheckAsync(
            new((request, token) =>
            {
                _cancellation.Cancel();
                return CannedResponse.Never(request, token);
            }),
            requests: 1);

    [Fact]
    public async Task Cancellation_that_a_handler_reports_with_a_token_of_its_own_has_the_callers() =>
        await CheckAsync(
            new((_, _) =>
            {
                _cancellation.Cancel();
                throw new OperationCanceledException(new CancellationToken(canceled: true));
            }),
            requests: 1,
            options => (options.AttemptTimeout, options.TotalTimeout) = (Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Cancellation_that_breaks_the_connection_is_not_a_lost_connection(int maxAttempts) =>
        await CheckAsync(
            new((request, token) =>
            {
                _cancellation.Cancel();
                return CannedResponse.Lost(request, token);
            }),
            requests: 1,
            options => options.MaxAttempts = maxAttempts);

    [Fact]
    public async Task Cancellation_that_breaks_the_connection_within_an_errors_body_is_not_that_error() =>
        await CheckAsync(
            new(CannedResponse.Content(() => new StreamContent(new CancelingStream(_cancellation, breaks: true)), 400)),
            requests: 1);

    [Fact]
    public async Task Cancellation_while_the_body_is_read_is_not_retried() =>
        await CheckAsync(new(CannedResponse.Content(() => new StreamContent(new CancelingStream(_cancellation)))), requests: 1);

    [Fact]
    public async Task Cancellation_while_the_body_of_an_error_is_read_is_not_that_error() =>
        await CheckAsync(new(CannedResponse.Content(() => new StreamContent(new CancelingStream(_cancellation)), 400)), requests: 1);

    [Fact]
    public async Task Cancellation_during_a_wait_ends_it()
    {
        var clock = new VirtualTime { WaitBegins = _cancellation.Cancel };

        await CheckAsync(new(CannedResponse.Error("ThrottlingException")), requests: 1, options => options.TimeProvider = clock);
    }

    [Fact]
    public async Task Cancellation_that_comes_with_a_retryable_response_does_not_wait() =>
        await CheckAsync(
            new((request, token) =>
            {
                _cancellation.Cancel();
                return CannedResponse.Error("ThrottlingException")(request, token);
            }),
            requests: 1,
            options => options.TimeProvider = new VirtualTime { LongestWait = TimeSpan.Zero });

    private async Task CheckAsync(ScriptedHandler handler, int requests, Action<CognitoIdentityClientOptions>? configure = null)
    {
        using var client = TestClient.Create(handler, configure);

        var error = await TestClient.FailureAsync<OperationCanceledException>(
            client.ListIdentityPoolsAsync(TestClient.ListRequest, _cancellation.Token));

        Assert.Equal(_cancellation.Token, error.CancellationToken);
        Assert.Equal(requests, handler.Requests.Count);
    }

    private sealed class CancelingStream(CancellationTokenSource cancellation, bool breaks = false) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await cancellation.CancelAsync();
            await (breaks ? Task.FromException(new IOException("Broken")) : Task.Delay(Timeout.Infinite, cancellationToken));
            return 0;
        }
    }
}
