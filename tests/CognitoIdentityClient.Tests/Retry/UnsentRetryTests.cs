using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>Retries that were paid for and never sent.</summary>
public sealed class UnsentRetryTests
{
    [Fact]
    public async Task Quota_is_full_after_a_thousand_callers_canceled_in_back_off()
    {
        // Waits do not pass by themselves, so that every call stays in its back-off.
        var clock = new VirtualTime { LongestWait = TimeSpan.Zero };
        var quota = new RetryQuota();
        using var cancellation = new CancellationTokenSource();
        using var handler = new ScriptedHandler(CannedResponse.Error("InternalErrorException", 500));
        using var client = new CognitoIdentityClient(
            TestClient.Options(options => options.TimeProvider = clock), handler, ownsHandler: false, quota, () => 1);

        var calls = Enumerable.Range(0, 1000).Select(_ => client.GetIdAsync(TestClient.GetIdRequest, cancellation.Token)).ToArray();
        Assert.Equal(500 % 14, quota.Tokens);
        await cancellation.CancelAsync();
        await Task.WhenAll(calls).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(500 / 14, calls.Count(call => call.IsCanceled));
        Assert.Equal(500, quota.Tokens);
    }

    [Fact]
    public async Task Total_timeout_in_back_off_gives_the_cost_back()
    {
        var clock = new VirtualTime { LongestWait = TimeSpan.Zero };
        var quota = new RetryQuota();
        using var handler = new ScriptedHandler(CannedResponse.Error("TooManyRequestsException"));
        using var client = new CognitoIdentityClient(
            TestClient.Options(options => (options.TimeProvider, options.TotalTimeout) = (clock, TimeSpan.FromMilliseconds(500))),
            handler,
            ownsHandler: false,
            quota,
            () => 1);

        var call = client.GetIdAsync(TestClient.GetIdRequest);
        Assert.Equal(500 - 5, quota.Tokens);
        clock.Advance(TimeSpan.FromMilliseconds(500));
        await TestClient.FailureAsync<CognitoIdentityTimeoutException>(call);

        Assert.Equal(500, quota.Tokens);
    }
}
