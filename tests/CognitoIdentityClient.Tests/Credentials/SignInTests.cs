using CognitoIdentity.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Against the emulator: from guest to user and back.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private TestPool _pool = null!;

    public async Task InitializeAsync() => _pool = await TestPool.StartAsync();

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask();

    [Fact]
    public async Task SignIn_thatKeeps_linksTheLoginToTheGuestsIdentity_whichIsNoGuestsInTheStoreAnyMore()
    {
        var store = new InMemoryIdentityIdStore();
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = store);
        var guest = await credentials.GetSessionAsync();

        var user = await credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Keep);

        Assert.Equal((guest.IdentityId, false), (user.IdentityId, user.IsGuest));
        Assert.Null(await store.GetAsync(_pool.PoolId, "guest"));
        Assert.Equal(TestPool.UserRole, IssuedSession.Read((await credentials.GetCredentialsAsync()).Token).RoleArn);
        Assert.Equal(1, _pool.CallsOf("GetId"));
    }

    [Fact]
    public async Task SignIn_thatKeeps_ofADeveloperUser_handsTheGuestsIdentityToTheBackend()
    {
        var asked = new List<string?>();
        var credentials = _pool.Credentials();
        var guest = await credentials.GetIdentityIdAsync();

        var user = await credentials.SignInAsync(_pool.DeveloperUser("bob", asked.Add), GuestIdentityPolicy.Keep);

        Assert.Equal([guest], asked);
        Assert.Equal(guest, user.IdentityId);
    }

    [Fact]
    public async Task SignIn_thatKeeps_ofAUserWithAnIdentity_takesThatOne()
    {
        var known = await _pool.Credentials(_pool.GoogleUser("alice")).GetIdentityIdAsync();
        var credentials = _pool.Credentials();
        var guest = await credentials.GetSessionAsync();

        var user = await credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Keep);

        Assert.NotEqual(guest.IdentityId, known);
        Assert.Equal(known, user.IdentityId);
        Assert.Equal(known, await credentials.GetIdentityIdAsync());
    }

    // The service may also refuse to merge; the user's own identity is then found by the login.
    [Fact]
    public async Task SignIn_thatKeeps_whereTheServiceReportsAConflict_takesTheUsersOwnIdentity()
    {
        var known = await _pool.Credentials(_pool.GoogleUser("alice")).GetIdentityIdAsync();
        var credentials = _pool.Credentials();
        await credentials.GetIdentityIdAsync();
        _pool.Emulator.Faults.Add(
            Fault.Error("ResourceConflictException", "A login is already linked.") with { Operation = "GetCredentialsForIdentity", Count = 1 });

        Assert.Equal(known, (await credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Keep)).IdentityId);
    }

    [Fact]
    public async Task SignIn_thatSeparates_givesTheUserAnIdentity_andSigningOutGivesTheGuestsBack()
    {
        var credentials = _pool.Credentials();
        var guest = await credentials.GetSessionAsync();

        var user = await credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Separate);
        await credentials.SignOutAsync();
        var after = await credentials.GetSessionAsync();

        Assert.NotEqual(guest.IdentityId, user.IdentityId);
        Assert.Equal((guest.IdentityId, true), (after.IdentityId, after.IsGuest));
    }

    [Fact]
    public async Task SignOut_afterAKeptIdentity_makesANewGuest()
    {
        var credentials = _pool.Credentials();
        var guest = await credentials.GetIdentityIdAsync();
        await credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Keep);

        await credentials.SignOutAsync();
        var after = await credentials.GetSessionAsync();

        Assert.NotEqual(guest, after.IdentityId);
        Assert.Equal((true, CognitoIdentitySessionSource.Refresh), (after.IsGuest, after.Source));
        Assert.Equal(TestPool.GuestRole, IssuedSession.Read(after.Credentials.SessionToken).RoleArn);
    }

    [Fact]
    public async Task SignOut_ofAGuest_makesANewGuest()
    {
        var credentials = _pool.Credentials();
        var guest = await credentials.GetSessionAsync();

        await credentials.SignOutAsync();

        Assert.NotEqual(guest.IdentityId, (await credentials.GetSessionAsync()).IdentityId);
    }

    [Fact]
    public async Task SignOut_ofAGuest_doesNotGiveTheIdentityBack_whileItIsStillInTheStore()
    {
        var removal = new TaskCompletionSource();
        var store = new SlowRemoval(removal.Task);
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = store);
        var guest = await credentials.GetIdentityIdAsync();

        var signingOut = credentials.SignOutAsync();
        var next = await credentials.GetIdentityIdAsync();
        removal.SetResult();
        await signingOut;

        Assert.NotEqual(guest, next);
    }

    // Credentials that were made for a user never become a guest's by themselves.
    [Fact]
    public async Task SignOut_ofTheOptionsUser_leavesNobody_untilSomebodySignsIn()
    {
        var store = new InMemoryIdentityIdStore();
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store);
        await credentials.GetSessionAsync();
        Assert.NotNull(await store.GetAsync(_pool.PoolId, "user:alice"));

        await credentials.SignOutAsync();

        Assert.Null(await store.GetAsync(_pool.PoolId, "user:alice"));
        Assert.Null(credentials.Expiration);
        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetIdentityIdAsync());
        Assert.False((await credentials.SignInAsync(_pool.GoogleUser("bob"), GuestIdentityPolicy.Separate)).IsGuest);
    }

    [Fact]
    public async Task SignOut_duringARefresh_letsNothingOfTheUserComeBack()
    {
        var store = new InMemoryIdentityIdStore();
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource<string>();
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ =>
        {
            asked.TrySetResult();
            return answer.Task;
        });
        var credentials = _pool.Credentials(user.WithKey("alice"), options => options.IdentityIdStore = store);
        var waiting = credentials.GetSessionAsync();
        await asked.Task;

        await credentials.SignOutAsync();
        answer.SetResult(_pool.GoogleToken("alice"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting);
        Assert.Null(await store.GetAsync(_pool.PoolId, "user:alice"));
        Assert.Empty(_pool.Emulator.Requests);
        Assert.Empty(_pool.Failures);
    }

    [Fact]
    public async Task SignIn_duringAGuestsRefresh_givesTheWaitingTheUsersSession()
    {
        var started = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var slow = new SlowStore(started, release);
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = slow);
        var waiting = credentials.GetSessionAsync();
        await started.Task;

        var user = await credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Separate);

        Assert.Equal(user.IdentityId, (await waiting).IdentityId);
    }

    [Fact]
    public async Task SignIn_thatFails_leavesEverythingAsItWas()
    {
        var credentials = _pool.Credentials();
        var guest = await credentials.GetSessionAsync();
        var bad = CognitoIdentityUser.SignedIn(new Dictionary<string, string> { [TestPool.Google] = _pool.GoogleToken("alice", TimeSpan.FromHours(-1)) });

        await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.SignInAsync(bad, GuestIdentityPolicy.Keep));

        Assert.Equal(guest.Credentials, (await credentials.GetSessionAsync()).Credentials);
    }

    [Fact]
    public async Task SignIn_thatIsCancelled_doesNotLinkTheGuestsIdentityLater()
    {
        var store = new InMemoryIdentityIdStore();
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = store);
        var guest = await credentials.GetSessionAsync();
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource<string>();
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ =>
        {
            asked.TrySetResult();
            return answer.Task;
        });
        using var cancellation = new CancellationTokenSource();
        var signingIn = credentials.SignInAsync(user.WithKey("alice"), GuestIdentityPolicy.Keep, cancellation.Token);
        await asked.Task;

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signingIn);
        answer.SetResult(_pool.GoogleToken("alice"));
        await Task.Delay(100);

        Assert.Empty((await _pool.Client.DescribeIdentityAsync(new() { IdentityId = guest.IdentityId })).Logins);
        Assert.Equal(1, _pool.CallsOf("GetCredentialsForIdentity"));
        Assert.Equal(guest.Credentials, (await credentials.GetSessionAsync()).Credentials);
    }

    [Fact]
    public async Task SignIn_ofAnotherUser_givesNothingOfTheFirst()
    {
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"));
        var alice = await credentials.GetSessionAsync();

        var bob = await credentials.SignInAsync(_pool.GoogleUser("bob").WithKey("bob"), GuestIdentityPolicy.Keep);

        Assert.NotEqual(alice.IdentityId, bob.IdentityId);
        Assert.Equal(bob.Credentials.SecretKey, (await credentials.GetCredentialsAsync()).SecretKey);
    }

    [Fact]
    public async Task SignIn_ofAGuest_isRefused() => await Assert.ThrowsAsync<ArgumentException>(
        () => _pool.Credentials().SignInAsync(CognitoIdentityUser.Guest, GuestIdentityPolicy.Keep));

    /// <summary>Keeps what it has until it is released, and then removes it.</summary>
    private sealed class SlowRemoval(Task released) : IIdentityIdStore
    {
        private readonly InMemoryIdentityIdStore _store = new();

        public Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) =>
            _store.GetAsync(identityPoolId, userKey, cancellationToken);

        public Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default) =>
            _store.SetAsync(identityPoolId, userKey, identityId, cancellationToken);

        public async Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
        {
            await released;
            await _store.RemoveAsync(identityPoolId, userKey, cancellationToken);
        }
    }

    /// <summary>Holds the first reading up until it is cancelled or released.</summary>
    private sealed class SlowStore(TaskCompletionSource started, TaskCompletionSource release) : IIdentityIdStore
    {
        public async Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
        {
            started.TrySetResult();
            await release.Task.WaitAsync(cancellationToken);
            return null;
        }

        public Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default) =>
            Task.CompletedTask;

        public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
