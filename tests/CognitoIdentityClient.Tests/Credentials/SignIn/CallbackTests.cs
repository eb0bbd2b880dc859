using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Callbacks that sign in and out, and the callback for a change of the identity.</summary>
public sealed class CallbackTests : IAsyncLifetime
{
    private TestPool _pool = null!;

    public async Task InitializeAsync() => _pool = await TestPool.StartAsync();

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SignIn_and_sign_out_inside_a_token_callback_are_an_error_at_once(bool signsIn)
    {
        CognitoIdentityCredentials credentials = null!;
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, async _ =>
        {
            await Task.Yield();
            await ChangeUserAsync(credentials, signsIn);
            return _pool.GoogleToken("alice");
        });
        credentials = _pool.Credentials(user);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        Assert.Contains("A callback of these credentials called Sign", error.Message);
        Assert.Empty(_pool.Emulator.Requests);
    }

    [Fact]
    public async Task SignOut_inside_the_callback_of_a_sign_in_is_an_error_at_once_and_the_guest_stays()
    {
        var credentials = _pool.Credentials();
        var guest = await credentials.GetSessionAsync();
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, async token =>
        {
            await credentials.SignOutAsync(token);
            return _pool.GoogleToken("alice");
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.SignInAsync(user, GuestIdentityPolicy.Keep));

        Assert.Equal(guest.Credentials, (await credentials.GetSessionAsync()).Credentials);
    }

    // The guest's credentials are there during the sign-in: a backend may be called with them.
    [Fact]
    public async Task Callback_of_a_sign_in_may_use_the_guests_credentials()
    {
        var credentials = _pool.Credentials();
        var asked = 0;
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, async token =>
        {
            asked++;
            Assert.True((await credentials.GetSessionAsync(token)).IsGuest);
            return _pool.GoogleToken("alice");
        });

        Assert.False((await credentials.SignInAsync(user, GuestIdentityPolicy.Separate)).IsGuest);
        Assert.Equal(1, asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SignIn_and_sign_out_inside_refresh_failed_are_an_error_at_once(bool signsIn)
    {
        CognitoIdentityCredentials credentials = null!;
        var reported = new TaskCompletionSource<Task>();
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult(""));
        credentials =
            _pool.Credentials(user, options => options.RefreshFailed = _ => reported.SetResult(ChangeUserAsync(credentials, signsIn)));

        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => reported.Task.Unwrap());
        Assert.Empty(_pool.Emulator.Requests);
    }

    [Fact]
    public async Task Work_that_refresh_failed_left_behind_may_sign_in_later()
    {
        CognitoIdentityCredentials credentials = null!;
        var later = new TaskCompletionSource();
        Task<CognitoIdentitySession>? signingIn = null;
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult(""));
        credentials = _pool.Credentials(user, options => options.RefreshFailed = _ => signingIn ??= SignInLaterAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        later.SetResult();

        Assert.False((await signingIn!).IsGuest);

        async Task<CognitoIdentitySession> SignInLaterAsync()
        {
            await later.Task;
            return await credentials.SignInAsync(_pool.GoogleUser("alice"), GuestIdentityPolicy.Separate);
        }
    }

    [Fact]
    public async Task SignOut_of_the_factory_inside_a_callback_of_the_user_is_an_error_and_changes_nothing()
    {
        CognitoIdentityCredentialsFactory factory = null!;
        factory = new(_pool.Options(), _pool.Client);
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, async _ =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => factory.SignOutAsync("alice"));
            return _pool.GoogleToken("alice");
        });

        var credentials = factory.ForUser("alice", user);

        Assert.False((await credentials.GetSessionAsync()).IsGuest);
        Assert.Same(credentials, factory.ForUser("alice", user));
    }

    [Fact]
    public async Task IdentityChanged_reports_the_old_and_the_new_identity_and_the_reason()
    {
        var changes = new List<IdentityChange>();
        var credentials = _pool.Credentials(configure: options => options.IdentityChanged = changes.Add);

        var guest = (await credentials.GetSessionAsync()).IdentityId;
        AssertChange(null, guest, IdentityChangeReason.Identified);

        await credentials.RefreshAsync();
        Assert.Empty(changes);

        await _pool.DeleteAsync(guest);
        var second = (await credentials.RefreshAsync()).IdentityId;
        AssertChange(guest, second, IdentityChangeReason.Recovered);

        var user = (await credentials.SignInAsync(_pool.GoogleUser("alice").WithKey("alice"), GuestIdentityPolicy.Separate)).IdentityId;
        AssertChange(second, user, IdentityChangeReason.SignedIn, "alice");

        await credentials.SignOutAsync();
        AssertChange(user, null, IdentityChangeReason.SignedOut, "alice");

        await credentials.GetIdentityIdAsync();
        AssertChange(null, second, IdentityChangeReason.Identified);

        await credentials.SignInAsync(_pool.GoogleUser("bob"), GuestIdentityPolicy.Keep);
        Assert.Empty(changes);

        void AssertChange(string? oldId, string? newId, IdentityChangeReason reason, string? userKey = null)
        {
            var change = Assert.Single(changes);
            Assert.Equal((oldId, newId, reason, userKey), (change.OldIdentityId, change.NewIdentityId, change.Reason, change.UserKey));
            Assert.Equal(_pool.PoolId, change.IdentityPoolId);
            changes.Clear();
        }
    }

    // The backend merged the guest's identity into a known user's.
    [Fact]
    public async Task IdentityChanged_reports_an_identity_that_the_service_replaced()
    {
        var changes = new List<IdentityChange>();
        var ids = new Queue<string>([$"us-east-1:{Guid.NewGuid()}", $"us-east-1:{Guid.NewGuid()}"]);
        var (client, fake) = FakeClient.Create();
        fake.IssueAsync = (_, _) => Task.FromResult(FakeClient.NewCredentials(_pool.Clock.GetUtcNow() + TimeSpan.FromHours(1)));
        var options = _pool.Options(
            CognitoIdentityUser.DeveloperAuthenticated((_, _) => Task.FromResult(new DeveloperIdentity(ids.Dequeue(), "token"))));
        options.IdentityChanged = changes.Add;
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var credentials = new CognitoIdentityCredentials(options, client, log);

        var first = await credentials.GetSessionAsync();
        Assert.DoesNotContain(log.Events(), entry => entry.Item2 == "IdentityReplaced");
        var second = await credentials.RefreshAsync();

        Assert.Contains((LogLevel.Warning, "IdentityReplaced"), log.Events());
        var change = changes[^1];
        Assert.Equal(
            (first.IdentityId, second.IdentityId, IdentityChangeReason.Replaced),
            (change.OldIdentityId, change.NewIdentityId, change.Reason));
        Assert.Contains(second.IdentityId, change.ToString());
    }

    [Fact]
    public async Task IdentityChanged_that_throws_or_signs_out_breaks_nothing()
    {
        CognitoIdentityCredentials credentials = null!;
        Task? signingOut = null;
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var options = _pool.Options();
        options.IdentityChanged = _ =>
        {
            signingOut = credentials.SignOutAsync();
            throw new FormatException("mine");
        };
        credentials = new(options, _pool.Client, log);

        Assert.True((await credentials.GetSessionAsync()).IsGuest);

        await Assert.ThrowsAsync<InvalidOperationException>(() => signingOut!);
        Assert.Contains(log.Events(), entry => entry.Item2 == "CallbackFailed");
    }

    [Fact]
    public async Task SignIn_that_is_canceled_after_the_service_issued_the_credentials_has_succeeded()
    {
        using var cancellation = new CancellationTokenSource();
        var store = new ScriptedStore();
        var credentials = _pool.Credentials(configure: options => options.IdentityIdStore = store);
        var guest = await credentials.GetIdentityIdAsync();
        store.Before = async (operation, token) =>
        {
            if (operation == "Set")
            {
                await cancellation.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
            }
        };

        var session =
            await credentials.SignInAsync(_pool.GoogleUser("alice").WithKey("alice"), GuestIdentityPolicy.Keep, cancellation.Token);

        Assert.True(cancellation.IsCancellationRequested);
        Assert.Equal((guest, false), (session.IdentityId, session.IsGuest));
        Assert.Equal(session.Credentials, (await credentials.GetSessionAsync()).Credentials);
        Assert.Equal(1, _pool.CallsOf("GetCredentialsForIdentity"));
    }

    [Fact]
    public async Task SignOut_during_a_users_refresh_gives_the_waiting_no_session_of_the_next_guest()
    {
        var asked = new TaskCompletionSource();
        var credentials = _pool.Credentials();
        var slow = CognitoIdentityUser.SignedIn(TestPool.Google, _ =>
        {
            asked.TrySetResult();
            return _pool.CallsOf("GetCredentialsForIdentity") == 0
                ? Task.FromResult(_pool.GoogleToken("alice"))
                : new TaskCompletionSource<string>().Task;
        });
        await credentials.SignInAsync(slow, GuestIdentityPolicy.Separate);
        _pool.Clock.Advance(TimeSpan.FromHours(2));
        var waiting = credentials.GetSessionAsync();

        await credentials.SignOutAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => waiting);
        Assert.True((await credentials.GetSessionAsync()).IsGuest);
    }

    private Task ChangeUserAsync(CognitoIdentityCredentials credentials, bool signsIn) => signsIn
        ? credentials.SignInAsync(_pool.GoogleUser("bob"), GuestIdentityPolicy.Separate)
        : credentials.SignOutAsync();
}
