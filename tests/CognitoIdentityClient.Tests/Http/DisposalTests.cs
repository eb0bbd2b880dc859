using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

/// <summary>Calls of a client that is disposed.</summary>
public sealed class DisposalTests
{
    private readonly VirtualTime _clock = new() { LongestWait = TimeSpan.Zero };

    [Fact]
    public async Task Call_after_the_disposal_names_the_client_and_sends_nothing()
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        var client = TestClient.Create(handler);
        client.Dispose();

        var error = await Assert.ThrowsAsync<CognitoIdentityClientDisposedException>(() => client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal("CognitoIdentityClient", error.ObjectName);
        Assert.Contains("CognitoIdentityClient", error.Message, StringComparison.Ordinal);
        Assert.False(error.MayHaveBeenCarriedOut);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_that_waits_for_its_response_ends_with_the_disposal(bool canBeCanceled)
    {
        using var handler = new ScriptedHandler(CannedResponse.Never);
        using var cancellation = new CancellationTokenSource();
        var client = TestClient.Create(handler, options => options.TimeProvider = _clock);
        var call = client.CreateIdentityPoolAsync(
            new() { AllowUnauthenticatedIdentities = true, IdentityPoolName = "pool" },
            canBeCanceled ? cancellation.Token : default);
        await handler.Received;

        client.Dispose();

        var error = await Assert.ThrowsAsync<CognitoIdentityClientDisposedException>(() => call);
        Assert.True(error.MayHaveBeenCarriedOut);
        Assert.Contains("CreateIdentityPool", error.Message, StringComparison.Ordinal);
        Assert.Equal("CognitoIdentityClient", error.ObjectName);
    }

    [Fact]
    public async Task Call_that_waits_for_a_retry_ends_with_the_disposal_and_was_not_carried_out()
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("TooManyRequestsException"));
        var client = TestClient.Create(handler, options => options.TimeProvider = _clock);
        var call = client.GetIdAsync(TestClient.GetIdRequest);
        await handler.Received;

        client.Dispose();

        Assert.False((await Assert.ThrowsAsync<CognitoIdentityClientDisposedException>(() => call)).MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task Cancellation_by_the_caller_stays_a_cancellation()
    {
        using var handler = new ScriptedHandler(CannedResponse.Never);
        using var cancellation = new CancellationTokenSource();
        using var client = TestClient.Create(handler, options => options.TimeProvider = _clock);
        var call = client.GetIdAsync(TestClient.GetIdRequest, cancellation.Token);
        await handler.Received;

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, error.CancellationToken);
    }

    [Fact]
    public async Task Total_timeout_has_the_last_failure_as_its_cause()
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("TooManyRequestsException", message: "Rate exceeded"));
        using var client = new CognitoIdentityClient(
            TestClient.Options(options => (options.TimeProvider, options.TotalTimeout) = (_clock, TimeSpan.FromMilliseconds(100))),
            handler,
            ownsHandler: false,
            jitter: () => 0.99);
        var call = client.GetIdAsync(TestClient.GetIdRequest);

        await _clock.UntilRunningAsync(timers: 2);
        _clock.Advance(TimeSpan.FromMilliseconds(200));

        var error = await Assert.ThrowsAsync<CognitoIdentityTimeoutException>(() => call);
        Assert.True(Assert.IsType<TooManyRequestsException>(error.InnerException).IsThrottling);
        Assert.Contains("TotalTimeout", error.Message, StringComparison.Ordinal);
    }
}
