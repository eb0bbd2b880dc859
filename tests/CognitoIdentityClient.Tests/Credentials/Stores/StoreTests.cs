using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The use of an identity store by credentials, and the store in memory.</summary>
public sealed class StoreTests : IAsyncLifetime
{
    private TestPool _pool = null!;

    public async Task InitializeAsync() => _pool = await TestPool.StartAsync();

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask();

    [Fact]
    public async Task Guest_and_users_of_one_store_never_share_an_identity()
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
    public async Task GetIdentityId_of_a_stored_user_asks_nobody()
    {
        var store = new InMemoryIdentityIdStore();
        var first = await _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store)
            .GetIdentityIdAsync();
        var restarted = CognitoIdentityUser.SignedIn(TestPool.Google, _ => throw new FormatException("The callback was asked."));

        var second = await _pool.Credentials(restarted.WithKey("alice"), options => options.IdentityIdStore = store).GetIdentityIdAsync();

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task User_without_a_key_is_not_stored()
    {
        var store = ScriptedStore.Failing();

        await _pool.Credentials(_pool.GoogleUser("alice"), options => options.IdentityIdStore = store).GetSessionAsync();

        Assert.Equal(0, store.Uses);
    }

    [Fact]
    public async Task Store_that_fails_is_not_an_error_for_a_user_identified_by_logins()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var options = _pool.Options(_pool.GoogleUser("alice").WithKey("alice"));
        options.IdentityIdStore = ScriptedStore.Failing();

        var session = await new CognitoIdentityCredentials(options, _pool.Client, log).GetSessionAsync();

        Assert.False(session.IsGuest);
        Assert.Equal(["IdentityNotRead"], log.Events().Select(entry => entry.Item2));
    }

    [Fact]
    public async Task Store_that_fails_is_an_error_of_a_guest_whose_identity_it_may_have()
    {
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = ScriptedStore.Failing());

        await Assert.ThrowsAsync<IOException>(() => credentials.GetSessionAsync());

        Assert.Equal(0, _pool.CallsOf("GetId"));
    }

    [Fact]
    public async Task SignOut_while_the_store_writes_leaves_nothing_in_it()
    {
        var store = ScriptedStore.Hanging("Set");
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store);
        var waiting = credentials.GetSessionAsync();
        await store.ReachedAsync("Set");

        var signingOut = credentials.SignOutAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting.WithinSafetyLimit());
        store.Release();
        await signingOut.WithinSafetyLimit();

        Assert.Null(await store.GetAsync(_pool.PoolId, "user:alice"));
    }

    [Fact]
    public async Task SignOut_once_more_removes_what_the_store_failed_to_remove()
    {
        var store = ScriptedStore.Failing("Remove", times: 1);
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
    public async Task SignOut_where_the_store_hangs_waits_no_longer_than_its_token_and_is_out(string operation)
    {
        var store = ScriptedStore.Hanging(operation);
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store);
        var waiting = credentials.GetSessionAsync();
        using var cancellation = new CancellationTokenSource();
        await (operation == "Set" ? store.ReachedAsync(operation) : waiting);

        var signingOut = credentials.SignOutAsync(cancellation.Token);
        await (operation == "Set" ? Task.CompletedTask : store.ReachedAsync(operation));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signingOut.WithinSafetyLimit());
        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());
    }

    [Fact]
    public async Task Stored_text_that_is_no_identity_of_the_region_is_ignored()
    {
        var store = new InMemoryIdentityIdStore();
        await store.SetAsync(_pool.PoolId, "guest", $"eu-central-1:{Guid.NewGuid()}");

        var session = await _pool.Credentials(configure: options => options.IdentityIdStore = store).GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Refresh, session.Source);
        Assert.Equal(session.IdentityId, await store.GetAsync(_pool.PoolId, "guest"));
    }

    [Fact]
    public async Task Memory_store_forgets_the_least_recently_used_beyond_its_capacity()
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
}
