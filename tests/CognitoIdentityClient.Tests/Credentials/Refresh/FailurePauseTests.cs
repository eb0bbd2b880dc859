using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The waits of callers and the number of calls of the service while refreshes fail.</summary>
public sealed class FailurePauseTests : IDisposable
{
    private readonly MachineClock _clock = new();
    private readonly FakeClient _fake;
    private readonly CognitoIdentityCredentials _credentials;
    private readonly SemaphoreSlim _called = new(0);
    private readonly SemaphoreSlim _failed = new(0);
    private Func<Task> _beforeResponse = () => Task.CompletedTask;
    private double _jitter;

    public FailurePauseTests()
    {
        (var client, _fake) = FakeClient.Create();
        _fake.IssueAsync = async (_, _) =>
        {
            _called.Release();
            await _beforeResponse();
            return FakeClient.NewCredentials(_clock.GetUtcNow() + TimeSpan.FromHours(1));
        };
        _credentials = new(
            new()
            {
                IdentityPoolId = TestClient.PoolId,
                TimeProvider = _clock,
                RefreshFailed = _ => _failed.Release(),
                Jitter = () => _jitter,
            },
            client);
    }

    public void Dispose()
    {
        _called.Dispose();
        _failed.Dispose();
    }

    private int Calls => _fake.CallsOf("GetCredentialsForIdentity");

    // Within the last minute a use waits for the refresh; but not for one that is likely to fail again.
    [Fact]
    public async Task Session_that_is_valid_is_served_at_once_after_a_failure_though_the_next_refresh_hangs()
    {
        await _credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromMinutes(59.2));
        _beforeResponse = () => throw new InternalErrorException("down");
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await _credentials.GetSessionAsync()).Source);

        for (var call = 0; call < 2; call++)
        {
            Assert.True(await _called.WaitAsync(SafetyLimit.Value));
        }

        var hanging = new TaskCompletionSource();
        _beforeResponse = () => hanging.Task;
        for (var use = 0; use < 20; use++)
        {
            Assert.True(_credentials.GetSessionAsync().IsCompletedSuccessfully);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(await _called.WaitAsync(SafetyLimit.Value));
        hanging.SetResult();
    }

    [Fact]
    public async Task Error_after_expiry_is_given_again_for_a_second_and_then_for_longer_up_to_ten()
    {
        await _credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        _beforeResponse = () => throw new InternalErrorException("down");
        _jitter = 0.999_999;

        foreach (var seconds in (int[])[1, 2, 4, 8, 10, 10])
        {
            var calls = Calls;
            var first = await Assert.ThrowsAsync<InternalErrorException>(() => _credentials.GetSessionAsync());
            for (var use = 0; use < 100; use++)
            {
                Assert.Same(first, await Assert.ThrowsAsync<InternalErrorException>(() => _credentials.GetSessionAsync()));
            }

            _clock.Advance(TimeSpan.FromSeconds(seconds - 0.001));
            Assert.Same(first, await Assert.ThrowsAsync<InternalErrorException>(() => _credentials.GetSessionAsync()));
            Assert.Equal(calls + 1, Calls);
            _clock.Advance(TimeSpan.FromSeconds(0.001));
        }
    }

    [Fact]
    public async Task Pause_is_half_as_long_at_the_other_end_of_the_jitter()
    {
        _beforeResponse = () => throw new InternalErrorException("down");
        var first = await Assert.ThrowsAsync<InternalErrorException>(() => _credentials.GetSessionAsync());
        _beforeResponse = () => Task.CompletedTask;

        _clock.Advance(TimeSpan.FromSeconds(0.499));
        Assert.Same(first, await Assert.ThrowsAsync<InternalErrorException>(() => _credentials.GetSessionAsync()));
        _clock.Advance(TimeSpan.FromSeconds(0.001));

        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await _credentials.GetSessionAsync()).Source);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0.999_999, 10)]
    public async Task Pause_while_valid_credentials_are_served_is_of_five_to_ten_seconds(double jitter, double seconds)
    {
        await _credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromMinutes(56));
        _jitter = jitter;
        _beforeResponse = () => throw new InternalErrorException("down");
        await _credentials.GetSessionAsync();
        await _credentials.WhenIdleAsync().WithinSafetyLimit();
        Assert.Equal(2, Calls);

        _clock.Advance(TimeSpan.FromSeconds(seconds - 0.001));
        await _credentials.GetSessionAsync();
        await _credentials.WhenIdleAsync().WithinSafetyLimit();
        Assert.Equal(2, Calls);

        _clock.Advance(TimeSpan.FromSeconds(0.001));
        await _credentials.GetSessionAsync();
        await _credentials.WhenIdleAsync().WithinSafetyLimit();
        Assert.Equal(3, Calls);
    }

    // https://github.com/apache/datafusion-comet/pull/6025: each of the readers that queue repeats the refresh that has just failed.
    [Fact]
    public async Task Refresh_that_fails_is_not_repeated_by_those_who_waited_for_it()
    {
        var gate = new TaskCompletionSource();
        _beforeResponse = () => gate.Task;
        var waiting = Enumerable.Range(0, 100).Select(_ => _credentials.GetSessionAsync()).ToList();
        Assert.True(await _called.WaitAsync(SafetyLimit.Value));

        gate.SetException(new InternalErrorException("down"));

        foreach (var use in waiting)
        {
            await Assert.ThrowsAsync<InternalErrorException>(() => use.WithinSafetyLimit());
        }

        Assert.Equal(1, Calls);
    }

    [Fact]
    public async Task Pause_after_a_success_begins_with_a_second_again()
    {
        _beforeResponse = () => throw new InternalErrorException("down");
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await Assert.ThrowsAsync<InternalErrorException>(() => _credentials.GetSessionAsync());
            _clock.Advance(TimeSpan.FromSeconds(10));
        }

        _beforeResponse = () => Task.CompletedTask;
        await _credentials.GetSessionAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        _beforeResponse = () => throw new InternalErrorException("down");
        await Assert.ThrowsAsync<InternalErrorException>(() => _credentials.GetSessionAsync());

        _clock.Advance(TimeSpan.FromSeconds(1));
        _beforeResponse = () => Task.CompletedTask;
        await _credentials.GetSessionAsync();
    }

    [Fact]
    public async Task RefreshAsync_does_not_heed_the_pause()
    {
        _beforeResponse = () => throw new InternalErrorException("down");
        await Assert.ThrowsAsync<InternalErrorException>(() => _credentials.GetSessionAsync());
        _beforeResponse = () => Task.CompletedTask;

        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await _credentials.RefreshAsync()).Source);
    }
}
