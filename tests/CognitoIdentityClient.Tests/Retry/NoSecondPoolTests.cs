using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>
/// CreateIdentityPool creates a pool every time it runs, so one call must never create two, whatever the connection does. It is retried
/// only where the service has said, or the connection shows, that nothing was done.
/// </summary>
public sealed class NoSecondPoolTests
{
    public static TheoryData<bool, bool> Losses => new() { { true, false }, { true, true }, { false, false }, { false, true } };

    // On a connection that was used before, HTTP clients like to send again by themselves.
    [Theory]
    [MemberData(nameof(Losses))]
    public async Task Connection_lost_before_or_after_the_work_makes_no_second_pool(bool afterWork, bool onUsedConnection)
    {
        await using var harness = await EmulatorHarness.StartAsync();
        if (onUsedConnection)
        {
            await harness.Client.ListIdentityPoolsAsync(TestClient.ListRequest);
        }

        harness.Add((afterWork ? Fault.ConnectionLostAfterWork() : Fault.ConnectionLostBeforeWork()) with { Count = 1 });

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(harness.CreatePoolAsync());

        Assert.Equal(0, error.RetryAttempts);
        Assert.Single(harness.Emulator.Requests.For("CreateIdentityPool"));
        Assert.Equal(afterWork ? 1 : 0, await harness.CountPoolsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Response_that_cannot_be_read_makes_no_second_pool(bool truncated)
    {
        await using var harness =
            await EmulatorHarness.StartAsync((truncated ? Fault.TruncatedBody() : Fault.GarbageBody()) with { Count = 1 });

        await TestClient.FailureAsync<InvalidResponseException>(harness.CreatePoolAsync());

        Assert.Equal(1, await harness.CountPoolsAsync());
    }

    // The response takes longer than AttemptTimeout: the emulator begins its work, and the client's timeout passes.
    [Theory]
    [InlineData("AttemptTimeout", 10)]
    [InlineData("TotalTimeout", 60)]
    public async Task Timeout_makes_no_second_pool(string name, int seconds)
    {
        var delay = TimeSpan.FromSeconds(seconds * 2);
        await using var harness = await EmulatorHarness.StartAsync(Fault.Delay(delay) with { Count = 1 });
        using var client = harness.Emulator.CreateClient(options =>
            options.AttemptTimeout = name == "AttemptTimeout" ? options.AttemptTimeout : Timeout.InfiniteTimeSpan);

        var call = Calls.ByName["CreateIdentityPool"](client, default);
        await harness.Clock.UntilWaitAsync(delay);
        harness.Clock.Advance(TimeSpan.FromSeconds(seconds));
        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(call.WithinSafetyLimit());

        Assert.Contains(name, error.Message);
        Assert.Equal(0, error.RetryAttempts);
        Assert.Single(harness.Emulator.Requests);
        Assert.InRange(await harness.CountPoolsAsync(), 0, 1);
    }

    [Fact]
    public async Task Faults_that_say_that_nothing_was_done_are_retried_and_one_pool_comes_of_it()
    {
        await using var harness =
            await EmulatorHarness.StartAsync(Fault.Throttling() with { Count = 1 }, Fault.Status(503) with { Count = 1 });

        var pool = await harness.CreatePoolAsync();

        Assert.Equal(2, pool.ResponseMetadata.RetryAttempts);
        Assert.Equal(1, await harness.CountPoolsAsync());
    }
}
