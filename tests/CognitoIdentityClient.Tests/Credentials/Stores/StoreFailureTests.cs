using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>The cost of a store that fails, hangs or blocks.</summary>
public sealed class StoreFailureTests : IAsyncLifetime
{
    private static readonly TimeSpan StoreTimeout = TimeSpan.FromSeconds(2);

    private TestPool _pool = null!;

    public async Task InitializeAsync() => _pool = await TestPool.StartAsync();

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask();

    // A folder on a network drive that is away, say.
    [Fact]
    public async Task Store_that_hangs_costs_a_signed_in_user_two_seconds_once_and_is_logged_once()
    {
        var store = ScriptedStore.Hanging("Get");
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var options = _pool.Options(_pool.GoogleUser("alice").WithKey("alice"));
        options.IdentityIdStore = store;
        var waiting = new CognitoIdentityCredentials(options, _pool.Client, log).GetSessionAsync();
        await store.ReachedAsync("Get");

        var start = _pool.Clock.GetUtcNow();
        _pool.Clock.Advance(StoreTimeout);

        Assert.False((await waiting.WithinSafetyLimit()).IsGuest);
        Assert.Equal(StoreTimeout, _pool.Clock.GetUtcNow() - start);
        Assert.Equal(["IdentityNotRead"], log.Events().Select(entry => entry.Item2));
    }

    [Fact]
    public async Task Store_that_hangs_lets_only_the_first_users_of_a_factory_wait()
    {
        var store = ScriptedStore.Hanging("Get");
        var options = _pool.Options();
        options.IdentityIdStore = store;
        var factory = new CognitoIdentityCredentialsFactory(options, _pool.Client);
        var first = factory.ForUser("alice", _pool.GoogleUser("alice")).GetSessionAsync();
        await store.ReachedAsync("Get");
        _pool.Clock.Advance(StoreTimeout);
        await first.WithinSafetyLimit();

        for (var user = 0; user < 20; user++)
        {
            Assert.False((await factory.ForUser($"user-{user}", _pool.GoogleUser($"user-{user}")).GetSessionAsync()).IsGuest);
        }
    }

    [Fact]
    public async Task Store_that_hangs_while_a_guests_identity_is_read_is_a_timeout_of_the_guest()
    {
        var store = ScriptedStore.Hanging("Get");
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = store);
        var waiting = credentials.GetSessionAsync();
        await store.ReachedAsync("Get");

        _pool.Clock.Advance(StoreTimeout);

        var error = await Assert.ThrowsAsync<CognitoIdentityTimeoutException>(() => waiting.WithinSafetyLimit());
        Assert.Contains("StoreTimeout, 00:00:02", error.Message);
        Assert.Equal(0, _pool.CallsOf("GetId"));
    }

    [Fact]
    public async Task Store_that_hangs_while_a_guests_identity_is_written_costs_two_seconds()
    {
        var store = ScriptedStore.Hanging("Set");
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = store);
        var waiting = credentials.GetIdentityIdAsync();
        await store.ReachedAsync("Set");

        _pool.Clock.Advance(StoreTimeout);

        Assert.NotNull(await waiting.WithinSafetyLimit());
    }

    [Fact]
    public async Task Store_that_hangs_while_a_signed_in_users_identity_is_written_costs_two_seconds_once_and_is_logged_once()
    {
        var store = ScriptedStore.Hanging("Set");
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var options = _pool.Options(_pool.GoogleUser("alice").WithKey("alice"));
        options.IdentityIdStore = store;
        var waiting = new CognitoIdentityCredentials(options, _pool.Client, log).GetSessionAsync();
        await store.ReachedAsync("Set");

        _pool.Clock.Advance(StoreTimeout);

        Assert.False((await waiting.WithinSafetyLimit()).IsGuest);
        Assert.Equal(["IdentityNotStored"], log.Events().Select(entry => entry.Item2));
    }

    [Fact]
    public async Task Store_that_blocks_its_thread_costs_no_more_than_one_that_hangs()
    {
        using var store = ScriptedStore.Blocking("Get");
        var credentials = _pool.Credentials(
            _pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store);
        var waiting = credentials.GetSessionAsync();
        await store.ReachedAsync("Get");

        _pool.Clock.Advance(StoreTimeout);

        Assert.False((await waiting.WithinSafetyLimit()).IsGuest);
    }

    [Fact]
    public async Task Store_that_blocks_its_thread_cannot_outlast_RefreshTimeout()
    {
        using var store = ScriptedStore.Blocking("Get");
        var credentials = _pool.Credentials(
            _pool.GoogleUser("alice").WithKey("alice"),
            options => (options.IdentityIdStore, options.StoreTimeout, options.RefreshTimeout) =
                (store, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30)));
        var waiting = credentials.GetSessionAsync();
        await store.ReachedAsync("Get");

        _pool.Clock.Advance(TimeSpan.FromSeconds(30));

        var error = await Assert.ThrowsAsync<CognitoIdentityTimeoutException>(() => waiting.WithinSafetyLimit());
        Assert.Contains("RefreshTimeout", error.Message);
    }

    [Fact]
    public async Task Identity_that_was_not_stored_is_stored_at_the_next_refresh()
    {
        // Once with the identity, and once with the credentials.
        var store = ScriptedStore.Failing("Set", times: 2);
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store);
        var session = await credentials.GetSessionAsync();
        Assert.Null(await store.GetAsync(_pool.PoolId, "user:alice"));

        await credentials.RefreshAsync();

        Assert.Equal(session.IdentityId, await store.GetAsync(_pool.PoolId, "user:alice"));
    }

    [Theory]
    [InlineData("Get")]
    [InlineData("Remove")]
    public async Task SignIn_succeeds_though_the_store_hangs(string operation)
    {
        var store = ScriptedStore.Hanging(operation);
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = store);
        if (operation == "Remove")
        {
            await credentials.GetSessionAsync();
        }

        var signingIn = credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Keep);
        await store.ReachedAsync(operation);
        _pool.Clock.Advance(StoreTimeout);

        Assert.False((await signingIn.WithinSafetyLimit()).IsGuest);
        Assert.False((await credentials.GetSessionAsync()).IsGuest);
    }

    [Fact]
    public async Task SignOut_signs_out_first_and_reports_the_store_that_hangs_after_two_seconds()
    {
        var store = ScriptedStore.Hanging("Remove");
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store);
        await credentials.GetSessionAsync();

        var signingOut = credentials.SignOutAsync();
        await store.ReachedAsync("Remove");
        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());
        _pool.Clock.Advance(StoreTimeout);

        await Assert.ThrowsAsync<CognitoIdentityTimeoutException>(() => signingOut.WithinSafetyLimit());
    }

    [Fact]
    public async Task Several_credentials_of_one_process_over_one_store_make_one_guest()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            // Each has a store object of its own, over one folder.
            string[] spellings = [folder.FullName, folder.FullName + Path.DirectorySeparatorChar, Path.Combine(folder.FullName, ".")];
            var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(() =>
                _pool.Credentials(configure: options => options.IdentityIdStore = new FileIdentityIdStore(spellings[index % 3]))
                    .GetIdentityIdAsync())));

            Assert.Single(ids.Distinct());
            Assert.Equal(1, _pool.CallsOf("GetId"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Several_credentials_whose_guest_is_gone_make_one_new_guest()
    {
        var store = new InMemoryIdentityIdStore();
        var instances = Enumerable.Range(0, 10)
            .Select(_ => _pool.Credentials(configure: options => options.IdentityIdStore = store)).ToList();
        var first = (await Task.WhenAll(instances.Select(instance => instance.GetSessionAsync())))
            .Select(session => session.IdentityId).Distinct();
        await _pool.DeleteAsync(Assert.Single(first));

        var second = await Task.WhenAll(instances.Select(instance => Task.Run(() => instance.RefreshAsync())));

        Assert.Single(second.Select(session => session.IdentityId).Distinct());
        Assert.Equal(2, _pool.CallsOf("GetId"));
    }
}
