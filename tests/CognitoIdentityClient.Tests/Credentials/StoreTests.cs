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

    [Fact]
    public async Task StoredTextThatIsNoIdentityOfTheRegion_isIgnored()
    {
        var store = new InMemoryIdentityIdStore();
        await store.SetAsync(_pool.PoolId, "guest", $"eu-central-1:{Guid.NewGuid()}");

        var session = await _pool.Credentials(configure: options => options.IdentityIdStore = store).GetSessionAsync();

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

    private sealed class FailingStore : IIdentityIdStore
    {
        public int Uses { get; private set; }

        public Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) => Fail<string?>();

        public Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default) =>
            Fail<string?>();

        public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) => Fail<string?>();

        private Task<T> Fail<T>()
        {
            Uses++;
            return Task.FromException<T>(new IOException("The store is away."));
        }
    }
}
