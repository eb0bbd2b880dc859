namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>What providers do with a store, and what the one in memory does.</summary>
public sealed class StoreTests : IAsyncLifetime
{
    private TestPool _pool = null!;

    public async Task InitializeAsync() => _pool = await TestPool.StartAsync();

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask();

    [Fact]
    public async Task GuestAndUsers_ofOneStore_neverShareAnIdentity()
    {
        var store = new InMemoryIdentityIdStore();
        CognitoIdentityUser[] users =
        [
            CognitoIdentityUser.Guest,
            CognitoIdentityUser.Guest.WithKey("alice"),
            _pool.GoogleUser("alice").WithKey("alice"),
            _pool.GoogleUser("guest").WithKey("guest"),
            _pool.GoogleUser("nobody's key"),
        ];

        var ids = new List<string>();
        foreach (var user in users)
        {
            ids.Add((await _pool.Credentials(user, options => options.IdentityIdStore = store).GetSessionAsync()).IdentityId);
        }

        Assert.Equal(users.Length, ids.Distinct().Count());
        Assert.Equal(ids[0], await store.GetAsync(_pool.PoolId, "guest"));
        Assert.Equal(ids[1], await store.GetAsync(_pool.PoolId, "guest:alice"));
        Assert.Equal(ids[2], await store.GetAsync(_pool.PoolId, "user:alice"));
    }

    [Fact]
    public async Task GetIdentityId_ofAStoredUser_asksNobody()
    {
        var store = new InMemoryIdentityIdStore();
        var first = await _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store)
            .GetIdentityIdAsync();
        var restarted = CognitoIdentityUser.SignedIn(TestPool.Google, _ => throw new FormatException("The callback was asked."));

        var second = await _pool.Credentials(restarted.WithKey("alice"), options => options.IdentityIdStore = store).GetIdentityIdAsync();

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task User_withoutAKey_isNotStored()
    {
        var store = new FailingStore();

        await _pool.Credentials(_pool.GoogleUser("alice"), options => options.IdentityIdStore = store).GetSessionAsync();

        Assert.Equal(0, store.Uses);
    }

    [Fact]
    public async Task StoreThatFails_isNoErrorOfAUser_whomTheLoginsIdentify()
    {
        var log = new RecordingLogger();
        var options = _pool.Options(_pool.GoogleUser("alice").WithKey("alice"));
        options.IdentityIdStore = new FailingStore();

        var session = await new CognitoIdentityCredentials(options, _pool.Client, log).GetSessionAsync();

        Assert.False(session.IsGuest);
        Assert.Equal(["IdentityNotRead", "IdentityNotStored"], log.Events.Select(entry => entry.Item2));
    }

    [Fact]
    public async Task StoreThatFails_isAnErrorOfAGuest_whoseIdentityItMayHave()
    {
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = new FailingStore());

        await Assert.ThrowsAsync<IOException>(() => credentials.GetSessionAsync());

        Assert.Equal(0, _pool.CallsOf("GetId"));
    }

    // A folder on a network drive that is away, say.
    [Theory]
    [InlineData("Get")]
    [InlineData("Set")]
    public async Task StoreThatHangs_isATimeoutAfterRefreshTimeout(string operation)
    {
        var store = new HangingStore(operation);
        var credentials = _pool.Credentials(configure: options =>
            (options.IdentityIdStore, options.RefreshTimeout) = (store, TimeSpan.FromSeconds(30)));
        var waiting = credentials.GetSessionAsync();
        await store.Reached;

        _pool.Clock.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<CognitoIdentityTimeoutException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task SignOut_whileTheStoreWrites_leavesNothingInIt()
    {
        var store = new HangingStore("Set");
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store);
        var waiting = credentials.GetSessionAsync();
        await store.Reached;

        var signingOut = credentials.SignOutAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(20)));
        store.Release();
        await signingOut;

        Assert.Null(await store.GetAsync(_pool.PoolId, "user:alice"));
    }

    [Fact]
    public async Task SignOut_onceMore_removesWhatTheStoreFailedToRemove()
    {
        var store = new FailsToRemoveOnce();
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store);
        await credentials.GetSessionAsync();
        await Assert.ThrowsAsync<IOException>(() => credentials.SignOutAsync());
        Assert.NotNull(await store.GetAsync(_pool.PoolId, "user:alice"));

        await credentials.SignOutAsync();

        Assert.Null(await store.GetAsync(_pool.PoolId, "user:alice"));
    }

    [Theory]
    [InlineData("Set")]
    [InlineData("Remove")]
    public async Task SignOut_whereTheStoreHangs_waitsNoLongerThanItsToken_andIsOut(string operation)
    {
        var store = new HangingStore(operation);
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store);
        var waiting = credentials.GetSessionAsync();
        using var cancellation = new CancellationTokenSource();
        await (operation == "Set" ? store.Reached : waiting);

        var signingOut = credentials.SignOutAsync(cancellation.Token);
        await (operation == "Set" ? Task.CompletedTask : store.Reached);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signingOut.WaitAsync(TimeSpan.FromSeconds(20)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());
    }

    [Fact]
    public async Task StoredTextThatIsNoIdentityOfTheRegion_isIgnored()
    {
        var store = new InMemoryIdentityIdStore();
        await store.SetAsync(_pool.PoolId, "guest", $"eu-central-1:{Guid.NewGuid()}");

        var session = await _pool.Credentials(configure: options => options.IdentityIdStore = store).GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Refresh, session.Source);
        Assert.Equal(session.IdentityId, await store.GetAsync(_pool.PoolId, "guest"));
    }

    [Fact]
    public async Task MemoryStore_forgetsTheLeastRecentlyUsed_beyondItsCapacity()
    {
        var store = new InMemoryIdentityIdStore(capacity: 2);
        await store.SetAsync("pool", "a", "1");
        await store.SetAsync("pool", "b", "2");
        Assert.Equal("1", await store.GetAsync("pool", "a"));

        await store.SetAsync("pool", "c", "3");

        Assert.Null(await store.GetAsync("pool", "b"));
        Assert.Equal(("1", "3"), (await store.GetAsync("pool", "a"), await store.GetAsync("pool", "c")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InMemoryIdentityIdStore(0));
    }

    private sealed class FailsToRemoveOnce : IIdentityIdStore
    {
        private readonly InMemoryIdentityIdStore _store = new();
        private bool _hasFailed;

        public Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) =>
            _store.GetAsync(identityPoolId, userKey, cancellationToken);

        public Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default) =>
            _store.SetAsync(identityPoolId, userKey, identityId, cancellationToken);

        public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                return Task.FromException(new IOException("The store is away."));
            }

            return _store.RemoveAsync(identityPoolId, userKey, cancellationToken);
        }
    }
}
