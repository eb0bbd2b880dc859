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
        using var store = Silent(operation, blocks);
        var credentials = Create(store);
        var waiting = credentials.GetSessionAsync();
        await store.ReachedAsync(operation);
        Assert.False(waiting.IsCompleted);

        _clock.Advance(StoreTimeout);

        Assert.Equal(CognitoIdentitySessionSource.Refresh, (await waiting.WithinSafetyLimit()).Source);
        Assert.Equal(["SessionStoreFailed"], _log.Events().Select(entry => entry.Name));
    }

    // The pause after a timeout: the users of a server do not wait for the store one by one.
    [Fact]
    public async Task Store_that_hangs_is_left_alone_for_a_while()
    {
        var store = ScriptedStore.Hanging("Get");
        var credentials = Create(store);
        var waiting = credentials.GetSessionAsync();
        await store.ReachedAsync("Get");
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
        using var store = Silent("Remove", blocks);
        var credentials = Create(store);
        await credentials.GetSessionAsync();

        var signingOut = credentials.SignOutAsync();
        await store.ReachedAsync("Remove");
        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());
        _clock.Advance(StoreTimeout);

        await Assert.ThrowsAsync<CognitoIdentityTimeoutException>(() => signingOut.WithinSafetyLimit());
    }

    private static ScriptedStore Silent(string operation, bool blocks) =>
        blocks ? ScriptedStore.Blocking(operation) : ScriptedStore.Hanging(operation);

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
}
