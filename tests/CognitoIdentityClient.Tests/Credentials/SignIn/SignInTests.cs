using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Against the emulator: from guest to user and back.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private TestPool _pool = null!;

    public async Task InitializeAsync() => _pool = await TestPool.StartAsync();

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask();

    [Fact]
    public async Task SignIn_that_keeps_links_the_login_to_the_guests_identity_which_is_no_longer_a_guests_in_the_store()
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
    public async Task SignIn_that_keeps_of_a_developer_user_hands_the_guests_identity_to_the_backend()
    {
        var asked = new List<string?>();
        var credentials = _pool.Credentials();
        var guest = await credentials.GetIdentityIdAsync();

        var user = await credentials.SignInAsync(_pool.DeveloperUser("bob", asked.Add), GuestIdentityPolicy.Keep);

        Assert.Equal([guest], asked);
        Assert.Equal(guest, user.IdentityId);
    }

    // https://github.com/aws-amplify/amplify-js/issues/510: signing out asks for a guest's credentials, and fails.
    [Fact]
    public async Task SignOut_in_a_pool_without_guests_fetches_no_credentials_until_somebody_needs_them()
    {
        await _pool.Client.ModifyIdentityPoolAsync(_pool.PoolId, pool => pool with { AllowUnauthenticatedIdentities = false });
        var credentials = _pool.Credentials();
        var user = await credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Keep);
        Assert.False(user.IsGuest);
        _pool.Emulator.Requests.Clear();

        await credentials.SignOutAsync();

        Assert.Empty(_pool.Emulator.Requests);
        var error = await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync());
        Assert.Equal(ErrorReason.UnauthenticatedDisabled, error.Reason);
        Assert.Equal(user.IdentityId, (await credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Keep)).IdentityId);
    }

    [Fact]
    public async Task SignIn_that_keeps_of_a_user_with_an_identity_takes_that_one()
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
    public async Task SignIn_that_keeps_where_the_service_reports_a_conflict_takes_the_users_own_identity()
    {
        var known = await _pool.Credentials(_pool.GoogleUser("alice")).GetIdentityIdAsync();
        var credentials = _pool.Credentials();
        await credentials.GetIdentityIdAsync();
        _pool.Emulator.Faults.Add(
            Fault.Error(
                "ResourceConflictException", "A login is already linked.") with
            { Operation = "GetCredentialsForIdentity", Count = 1 });

        Assert.Equal(known, (await credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Keep)).IdentityId);
    }

    [Fact]
    public async Task SignIn_that_separates_gives_the_user_an_identity_and_signing_out_gives_the_guests_back()
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
    public async Task SignOut_after_a_kept_identity_makes_a_new_guest()
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
    public async Task SignOut_of_a_guest_makes_a_new_guest()
    {
        var credentials = _pool.Credentials();
        var guest = await credentials.GetSessionAsync();

        await credentials.SignOutAsync();

        Assert.NotEqual(guest.IdentityId, (await credentials.GetSessionAsync()).IdentityId);
    }

    [Fact]
    public async Task SignOut_of_a_guest_does_not_give_the_identity_back_while_it_is_still_in_the_store()
    {
        var store = ScriptedStore.Hanging("Remove");
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = store);
        var guest = await credentials.GetIdentityIdAsync();

        var signingOut = credentials.SignOutAsync();
        var next = await credentials.GetIdentityIdAsync();
        store.Release();
        await signingOut;

        Assert.NotEqual(guest, next);
    }

    // Credentials that were made for a user never become a guest's by themselves.
    [Fact]
    public async Task SignOut_of_the_options_user_leaves_nobody_until_somebody_signs_in()
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
    public async Task SignOut_during_a_refresh_lets_nothing_of_the_user_come_back()
    {
        var store = new InMemoryIdentityIdStore();
        var asked = new TaskCompletionSource();
        var response = new TaskCompletionSource<string>();
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ =>
        {
            asked.TrySetResult();
            return response.Task;
        });
        var credentials = _pool.Credentials(user.WithKey("alice"), options => options.IdentityIdStore = store);
        var waiting = credentials.GetSessionAsync();
        await asked.Task.WithinSafetyLimit();

        await credentials.SignOutAsync();
        response.SetResult(_pool.GoogleToken("alice"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting);
        Assert.Null(await store.GetAsync(_pool.PoolId, "user:alice"));
        Assert.Empty(_pool.Emulator.Requests);
        Assert.Empty(_pool.Failures);
    }

    [Fact]
    public async Task SignIn_during_a_guests_refresh_gives_the_waiting_no_session_of_the_user()
    {
        var slow = new ScriptedStore
        {
            Before = (operation, token) => operation == "Get" ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask,
        };
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = slow);
        var waiting = credentials.GetSessionAsync();
        await slow.ReachedAsync("Get");

        var user = await credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Separate);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => waiting);
        Assert.Contains("during the wait", error.Message);
        Assert.Equal(user.IdentityId, (await credentials.GetSessionAsync()).IdentityId);
    }

    [Fact]
    public async Task SignIn_that_fails_leaves_everything_as_it_was()
    {
        var credentials = _pool.Credentials();
        var guest = await credentials.GetSessionAsync();
        var bad = CognitoIdentityUser.SignedIn(
            new Dictionary<string, string> { [TestPool.Google] = _pool.GoogleToken("alice", TimeSpan.FromHours(-1)) });

        await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.SignInAsync(bad, GuestIdentityPolicy.Keep));

        Assert.Equal(guest.Credentials, (await credentials.GetSessionAsync()).Credentials);
    }

    [Fact]
    public async Task SignIn_that_is_canceled_does_not_link_the_guests_identity_later()
    {
        var store = new InMemoryIdentityIdStore();
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = store);
        var guest = await credentials.GetSessionAsync();
        var asked = new TaskCompletionSource();
        var response = new TaskCompletionSource<string>();
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ =>
        {
            asked.TrySetResult();
            return response.Task;
        });
        using var cancellation = new CancellationTokenSource();
        var signingIn = credentials.SignInAsync(user.WithKey("alice"), GuestIdentityPolicy.Keep, cancellation.Token);
        await asked.Task.WithinSafetyLimit();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signingIn);
        response.SetResult(_pool.GoogleToken("alice"));

        Assert.Empty((await _pool.Client.DescribeIdentityAsync(new() { IdentityId = guest.IdentityId })).Logins);
        Assert.Equal(1, _pool.CallsOf("GetCredentialsForIdentity"));
        Assert.Equal(guest.Credentials, (await credentials.GetSessionAsync()).Credentials);
    }

    [Fact]
    public async Task SignIn_of_another_user_gives_nothing_of_the_first()
    {
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"));
        var alice = await credentials.GetSessionAsync();

        var bob = await credentials.SignInAsync(_pool.GoogleUser("bob").WithKey("bob"), GuestIdentityPolicy.Keep);

        Assert.NotEqual(alice.IdentityId, bob.IdentityId);
        Assert.Equal(bob.Credentials.SecretKey, (await credentials.GetCredentialsAsync()).SecretKey);
    }

    [Fact]
    public async Task SignIn_of_a_guest_is_refused() => await Assert.ThrowsAsync<ArgumentException>(
        () => _pool.Credentials().SignInAsync(CognitoIdentityUser.Guest, GuestIdentityPolicy.Keep));
}
