using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary><see cref="CognitoIdentityCredentials.RefreshAsync"/>.</summary>
public sealed class ForcedRefreshTests : IDisposable
{
    private readonly MachineClock _clock = new();
    private readonly FakeClient _fake;
    private readonly CognitoIdentityCredentials _credentials;
    private readonly Queue<TaskCompletionSource> _gates = new();
    private readonly SemaphoreSlim _called = new(0);

    public ForcedRefreshTests()
    {
        (var client, _fake) = FakeClient.Create();
        _fake.IssueAsync = async (_, _) =>
        {
            _called.Release();
            await (_gates.TryDequeue(out var gate) ? gate.Task : Task.CompletedTask);
            return FakeClient.NewCredentials(_clock.GetUtcNow() + TimeSpan.FromHours(1));
        };
        _credentials = new(new() { IdentityPoolId = TestClient.PoolId, TimeProvider = _clock }, client);
    }

    public void Dispose() => _called.Dispose();

    private int Calls => _fake.CallsOf("GetCredentialsForIdentity");

    [Fact]
    public async Task RefreshAsync_fetches_new_credentials_of_the_same_identity_while_the_cached_ones_are_valid()
    {
        var first = await _credentials.GetSessionAsync();

        var second = await _credentials.RefreshAsync();

        Assert.NotEqual(first.Credentials, second.Credentials);
        Assert.Equal((first.IdentityId, CognitoIdentitySessionSource.Refresh), (second.IdentityId, second.Source));
        Assert.Equal(second.Credentials, (await _credentials.GetSessionAsync()).Credentials);
        Assert.Equal(2, Calls);
    }

    [Fact]
    public async Task RefreshAsync_never_shares_a_refresh_that_began_before_and_shares_the_next_with_all_who_wait()
    {
        var (before, after) = (new TaskCompletionSource(), new TaskCompletionSource());
        _gates.Enqueue(before);
        _gates.Enqueue(after);
        var early = _credentials.GetSessionAsync();
        Assert.True(await _called.WaitAsync(SafetyLimit.Value));

        var forced = Enumerable.Range(0, 10).Select(_ => _credentials.RefreshAsync()).ToList();
        Assert.Equal(1, Calls);
        before.SetResult();
        var first = await early;
        Assert.True(await _called.WaitAsync(SafetyLimit.Value));
        after.SetResult();
        var sessions = await Task.WhenAll(forced);

        Assert.Equal(2, Calls);
        Assert.NotEqual(first.Credentials, Assert.Single(sessions.Select(session => session.Credentials).Distinct()));
    }

    [Fact]
    public async Task RefreshAsync_that_fails_leaves_the_cached_credentials_in_use()
    {
        var first = await _credentials.GetSessionAsync();
        var failing = new TaskCompletionSource();
        failing.SetException(new InternalErrorException("down"));
        _gates.Enqueue(failing);

        await Assert.ThrowsAsync<InternalErrorException>(() => _credentials.RefreshAsync());

        Assert.Equal(first.Credentials, (await _credentials.GetSessionAsync()).Credentials);
    }

    [Fact]
    public async Task RefreshAsync_that_is_canceled_ends_its_wait_alone()
    {
        var gate = new TaskCompletionSource();
        _gates.Enqueue(gate);
        using var cancellation = new CancellationTokenSource();
        var impatient = _credentials.RefreshAsync(cancellation.Token);
        Assert.True(await _called.WaitAsync(SafetyLimit.Value));

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        gate.SetResult();

        await _credentials.GetSessionAsync();
        Assert.Equal(1, Calls);
    }
}
