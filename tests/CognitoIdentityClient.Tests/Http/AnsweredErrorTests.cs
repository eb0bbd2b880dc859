using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

/// <summary>Errors whose status and headers arrived and whose body did not: the service has responded.</summary>
public sealed class AnsweredErrorTests
{
    private readonly VirtualTime _clock = new();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Response_whose_body_stalls_until_the_attempt_times_out_is_the_services_error(int status)
    {
        using var handler = new ScriptedHandler(CannedResponse.Content(() => new StreamContent(new StalledStream(_clock)), status));
        using var client = TestClient.Create(handler, options => options.TimeProvider = _clock);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Equal((status, 2, false), ((int)error.StatusCode!, error.RetryAttempts, error.MayHaveBeenCarriedOut));
        Assert.Equal(CannedResponse.RequestId, error.RequestId);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Response_whose_body_stalls_until_the_call_times_out_is_the_services_error(int status)
    {
        using var handler = new ScriptedHandler(CannedResponse.Content(() => new StreamContent(new StalledStream(_clock)), status));
        using var client = TestClient.Create(handler, options =>
            (options.TimeProvider, options.AttemptTimeout, options.TotalTimeout) =
                (_clock, Timeout.InfiniteTimeSpan, TimeSpan.FromSeconds(10)));

        var error = await TestClient.FailureAsync<CognitoIdentityException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Equal((status, 0, false), ((int)error.StatusCode!, error.RetryAttempts, error.MayHaveBeenCarriedOut));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Response_whose_body_breaks_is_the_services_error()
    {
        using var handler = new ScriptedHandler(
            CannedResponse.Content(() => new StreamContent(new BrokenStream()), 400, ("x-amzn-errortype", "TooManyRequestsException")));
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<TooManyRequestsException>(Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Equal((2, false), (error.RetryAttempts, error.MayHaveBeenCarriedOut));
    }

    [Fact]
    public async Task Cancellation_while_the_body_of_an_error_stalls_is_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        using var handler =
            new ScriptedHandler(CannedResponse.Content(() => new StreamContent(new StalledStream(_clock, cancellation.Cancel)), 503));
        using var client = TestClient.Create(handler, options => options.TimeProvider = _clock);

        var error = await TestClient.FailureAsync<OperationCanceledException>(
            client.GetIdAsync(TestClient.GetIdRequest, cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(503, false)]
    [InlineData(504, true)]
    public async Task Disposal_while_the_body_of_an_error_stalls_leaves_open_what_the_status_does(int status, bool isOpen)
    {
        CognitoIdentityClient? client = null;
        var body = new StalledStream(_clock, () => client!.Dispose());
        using var handler = new ScriptedHandler(CannedResponse.Content(() => new StreamContent(body), status));
        client = TestClient.Create(handler, options => options.TimeProvider = _clock);

        var error = await TestClient.FailureAsync<CognitoIdentityClientDisposedException>(
            Calls.ByName["CreateIdentityPool"](client, default));

        Assert.Equal(isOpen, error.MayHaveBeenCarriedOut);
        Assert.Single(handler.Requests);
    }

    private sealed class StalledStream(VirtualTime clock, Action? begins = null) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (begins ?? (() => clock.Advance(TimeSpan.FromSeconds(10))))();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new IOException("The connection broke"));
    }
}
