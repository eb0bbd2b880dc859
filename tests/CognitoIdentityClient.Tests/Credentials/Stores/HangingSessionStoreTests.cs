using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>A store of sessions that does not respond: it costs StoreTimeout once, and never the credentials.</summary>
public sealed class HangingSessionStoreTests
{
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(2);

    private readonly MachineClock _clock = new();
    private readonly FakeLogger<CognitoIdentityCredentials> _log = new();
    private readonly ICognitoIdentityClient _client;

    public HangingSessionStoreTests()
    {
        (_client, var fake) = FakeClient.Create();
        fake.IssueAsync = (_, _) => Task.FromResult(FakeClient.NewCredentials(_clock.GetUtcNow() + TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData("Get", false)]
    [InlineData("Get", true)]
    [InlineData("Set", false)]
    [InlineData("Set", true)]
    public async Task Session_comes_after_StoreTimeout_if_the_store_hangs_or_blocks_its_thread(string operation, bool blocks)
    {
        using var store = new SilentStore(operation, blocks);
        var credentials = Create(store);
        var waiting = credentials.GetSessionAsync();
        await store.Reached.WithinSafetyLimit();
        Assert.False(waiting.IsCompleted);

        _clock.Advance(StoreTimeout);

        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await waiting.WithinSafetyLimit()).Source);
        Assert.Equal(["SessionStoreFailed"], _log.Events().Select(entry => entry.Name));
    }

    // The pause after a timeout: the users of a server do not wait for the store one by one.
    [Fact]
    public async Task Store_that_hangs_is_left_alone_for_a_while()
    {
        using var store = new SilentStore("Get", blocks: false);
        var credentials = Create(store);
        var waiting = credentials.GetSessionAsync();
        await store.Reached.WithinSafetyLimit();
        _clock.Advance(StoreTimeout);
        await waiting.WithinSafetyLimit();

        await credentials.RefreshAsync().WithinSafetyLimit();

        Assert.Equal(1, store.Uses);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SignOut_signs_out_first_and_reports_the_store_that_hangs_or_blocks_its_thread(bool blocks)
    {
        using var store = new SilentStore("Remove", blocks);
        var credentials = Create(store);
        await credentials.GetSessionAsync();

        var signingOut = credentials.SignOutAsync();
        await store.Reached.WithinSafetyLimit();
        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());
        _clock.Advance(StoreTimeout);

        await Assert.ThrowsAsync<CognitoIdentityTimeoutException>(() => signingOut.WithinSafetyLimit());
    }

    private CognitoIdentityCredentials Create(ISessionStore store) => new(
        new()
        {
            IdentityPoolId = TestClient.PoolId,
            User = CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult("token")).WithKey("alice"),
            TimeProvider = _clock,
            SessionStore = store,
            Jitter = () => 0,
        },
        _client,
        _log);

    /// <summary>Never ends one operation, whatever its token says, or blocks its thread until the store is disposed.</summary>
    private sealed class SilentStore(string operation, bool blocks) : ISessionStore, IDisposable
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _never = new();
        private readonly ManualResetEventSlim _released = new();
        private int _uses;

        public Task Reached => _reached.Task;

        public int Uses => Volatile.Read(ref _uses);

        public void Dispose() => _released.Set();

        public async Task<byte[]?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
        {
            await StayAsync("Get");
            return null;
        }

        public Task SetAsync(
            string identityPoolId,
            string userKey,
            byte[] session,
            DateTimeOffset expiration,
            CancellationToken cancellationToken = default) => StayAsync("Set");

        public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) =>
            StayAsync("Remove");

        private Task StayAsync(string now)
        {
            Interlocked.Increment(ref _uses);
            if (now != operation)
            {
                return Task.CompletedTask;
            }

            _reached.TrySetResult();
            if (!blocks)
            {
                return _never.Task;
            }

            _released.Wait(SafetyLimit.Value, CancellationToken.None);
            return Task.CompletedTask;
        }
    }
}
