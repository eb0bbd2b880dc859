using CognitoIdentity.Tests.Support;
using Polly;
using Polly.Retry;

namespace CognitoIdentity.Tests.Http;

/// <summary>Calls of a client that is disposed while they wait in a strategy of <c>ConfigureResilience</c>.</summary>
public sealed class DisposalUnderStrategiesTests
{
    private static readonly TimeSpan OuterWait = TimeSpan.FromMinutes(10);

    private readonly VirtualTime _clock = new() { LongestWait = TimeSpan.Zero };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Call_that_waits_in_a_strategy_of_the_application_ends_with_the_disposal(bool canBeCanceled)
    {
        using var cancellation = new CancellationTokenSource();
        using var handler = new ScriptedHandler(CannedResponse.Error("TooManyRequestsException"));
        var (client, call) = Begin(handler, canBeCanceled ? cancellation.Token : default);
        await _clock.UntilWaitAsync(OuterWait);

        client.Dispose();

        var error = await Assert.ThrowsAsync<CognitoIdentityClientDisposedException>(() => call);
        Assert.Equal("CognitoIdentityClient", error.ObjectName);
        Assert.Contains("CreateIdentityPool", error.Message, StringComparison.Ordinal);
        Assert.False(error.MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task Call_that_waits_in_a_strategy_may_have_been_carried_out_when_an_earlier_run_was_lost()
    {
        using var handler = new ScriptedHandler(CannedResponse.Lost);
        var (client, call) = Begin(handler, default);
        await _clock.UntilWaitAsync(OuterWait);

        client.Dispose();

        Assert.True((await Assert.ThrowsAsync<CognitoIdentityClientDisposedException>(() => call)).MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task Cancellation_during_the_wait_of_a_strategy_stays_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        using var handler = new ScriptedHandler(CannedResponse.Error("TooManyRequestsException"));
        var (client, call) = Begin(handler, cancellation.Token);
        await _clock.UntilWaitAsync(OuterWait);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, error.CancellationToken);
        client.Dispose();
    }

    private (CognitoIdentityClient Client, Task Call) Begin(ScriptedHandler handler, CancellationToken cancellationToken)
    {
        var client = TestClient.Create(handler, options =>
        {
            (options.TimeProvider, options.MaxAttempts) = (_clock, 1);
            options.ConfigureResilience = pipeline => pipeline.AddRetry(new RetryStrategyOptions
            {
                Delay = OuterWait,
                BackoffType = DelayBackoffType.Constant,
            });
        });
        return (client, client.CreateIdentityPoolAsync(
            new() { AllowUnauthenticatedIdentities = true, IdentityPoolName = "pool" }, cancellationToken));
    }
}
