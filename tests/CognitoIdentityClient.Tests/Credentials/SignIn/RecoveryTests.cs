using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Recovery, against the emulator, from changes of identities that happen outside the credentials.</summary>
public sealed class RecoveryTests : IAsyncLifetime
{
    private static readonly TimeSpan Expired = TimeSpan.FromMinutes(61);

    // The longest.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(10);

    private TestPool _pool = null!;

    public async Task InitializeAsync() => _pool = await TestPool.StartAsync();

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask();

    [Fact]
    public async Task Guest_whose_identity_was_deleted_gets_a_new_one()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var credentials = new CognitoIdentityCredentials(_pool.Options(), _pool.Client, log);
        var first = await credentials.GetSessionAsync();
        await _pool.DeleteAsync(first.IdentityId);
        _pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, second.Source);
        Assert.NotEqual(first.IdentityId, second.IdentityId);
        Assert.Contains((LogLevel.Warning, "IdentityGone"), log.Events());
        var replaced = Assert.Single(log.Collector.GetSnapshot(), record => record.Id.Name == "IdentityReplaced");
        Assert.Equal(
            (LogLevel.Warning, $"A user of pool {_pool.PoolId} now has the identity {second.IdentityId} in place of {first.IdentityId}."),
            (replaced.Level, replaced.Message));
        Assert.Equal(second.IdentityId, await credentials.GetIdentityIdAsync());
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
    }

    // Between the earlier identity and the next one none is in memory, and the credentials that are served are the earlier one's.
    [Fact]
    public async Task Recovery_that_fails_is_logged_with_the_identity_whose_credentials_are_served()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var credentials = new CognitoIdentityCredentials(_pool.Options(), _pool.Client, log);
        var first = await credentials.GetSessionAsync();
        await _pool.DeleteAsync(first.IdentityId);
        _pool.Emulator.Faults.Add(Fault.Error("LimitExceededException", "down") with { Operation = "GetId" });

        await Assert.ThrowsAsync<LimitExceededException>(() => credentials.RefreshAsync());

        var record = Assert.Single(log.Collector.GetSnapshot(), record => record.Id.Name == "CredentialsRefreshFailed");
        Assert.StartsWith($"The credentials of identity {first.IdentityId} in pool {_pool.PoolId} could not be refreshed.", record.Message);
    }

    [Fact]
    public async Task User_whose_identity_was_deleted_gets_a_new_one_as_that_user()
    {
        var credentials = _pool.Credentials(_pool.GoogleUser("alice"));
        var first = await credentials.GetSessionAsync();
        await _pool.DeleteAsync(first.IdentityId);
        _pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal((CognitoIdentitySessionSource.Recovery, false), (second.Source, second.IsGuest));
        Assert.NotEqual(first.IdentityId, second.IdentityId);
        Assert.Equal(TestPool.UserRole, IssuedSession.Read(second.Credentials.SessionToken).RoleArn);
    }

    // The guest signed in elsewhere as somebody known: the identity is disabled, and access to it forbidden.
    [Fact]
    public async Task Guest_whose_identity_was_disabled_gets_a_new_one()
    {
        var known = await _pool.Credentials(_pool.GoogleUser("alice")).GetSessionAsync();
        var credentials = _pool.Credentials();
        var first = await credentials.GetSessionAsync();
        var merged = await _pool.Client.GetCredentialsForIdentityAsync(new()
        {
            IdentityId = first.IdentityId,
            Logins = new Dictionary<string, string> { [TestPool.Google] = _pool.GoogleToken("alice") },
        });
        Assert.Equal(known.IdentityId, merged.IdentityId);
        _pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal((CognitoIdentitySessionSource.Recovery, true), (second.Source, second.IsGuest));
        Assert.NotEqual(first.IdentityId, second.IdentityId);
        Assert.NotEqual(known.IdentityId, second.IdentityId);
    }

    [Fact]
    public async Task Guest_whose_identity_got_a_login_elsewhere_gets_a_new_one_and_not_that_users()
    {
        var credentials = _pool.Credentials();
        var first = await credentials.GetSessionAsync();
        await _pool.Client.GetCredentialsForIdentityAsync(new()
        {
            IdentityId = first.IdentityId,
            Logins = new Dictionary<string, string> { [TestPool.Google] = _pool.GoogleToken("alice") },
        });
        _pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, second.Source);
        Assert.NotEqual(first.IdentityId, second.IdentityId);
    }

    [Fact]
    public async Task Developer_user_whose_identity_was_merged_away_gets_the_one_it_was_merged_into()
    {
        var asked = new List<string?>();
        var source = _pool.Credentials(_pool.DeveloperUser("source", asked.Add));
        var first = await source.GetSessionAsync();
        var destination = await _pool.Credentials(_pool.DeveloperUser("destination")).GetSessionAsync();
        await _pool.Client.MergeDeveloperIdentitiesAsync(new()
        {
            IdentityPoolId = _pool.PoolId,
            DeveloperProviderName = TestPool.DeveloperProvider,
            SourceUserIdentifier = "source",
            DestinationUserIdentifier = "destination",
        });
        _pool.Clock.Advance(Expired);

        var second = await source.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, second.Source);
        Assert.Equal(destination.IdentityId, second.IdentityId);
        Assert.Equal([null, first.IdentityId, null], asked);
    }

    [Fact]
    public async Task Developer_user_whose_identity_was_deleted_gets_a_new_one_from_the_backend()
    {
        var credentials = _pool.Credentials(_pool.DeveloperUser("bob"));
        var first = await credentials.GetSessionAsync();
        await _pool.DeleteAsync(first.IdentityId);
        _pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, second.Source);
        Assert.NotEqual(first.IdentityId, second.IdentityId);
    }

    [Fact]
    public async Task User_whose_login_was_moved_to_another_identity_gets_that_one()
    {
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"));
        var first = await credentials.GetSessionAsync();
        var logins = new Dictionary<string, string> { [TestPool.Google] = _pool.GoogleToken("alice") };
        await _pool.Client.UnlinkIdentityAsync(
            new() { IdentityId = first.IdentityId, Logins = logins, LoginsToRemove = [TestPool.Google] });
        var other = await _pool.Client.GetIdAsync(new() { IdentityPoolId = _pool.PoolId, Logins = logins });
        _pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, second.Source);
        Assert.Equal(other.IdentityId, second.IdentityId);
    }

    // A key that an application gave to one user and then to another, say.
    [Fact]
    public async Task User_whose_stored_identity_is_somebody_elses_gets_their_own()
    {
        var bob = await _pool.Credentials(_pool.GoogleUser("bob")).GetSessionAsync();
        var store = new InMemoryIdentityIdStore();
        await store.SetAsync(_pool.PoolId, "user:alice", bob.IdentityId);

        var alice = await _pool.Credentials(_pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store)
            .GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, alice.Source);
        Assert.NotEqual(bob.IdentityId, alice.IdentityId);
        Assert.Equal(alice.IdentityId, await store.GetAsync(_pool.PoolId, "user:alice"));
    }

    [Fact]
    public async Task Expired_login_token_is_fetched_again_before_anything_is_forgotten()
    {
        var tokens = new Queue<string>([_pool.GoogleToken("alice", TimeSpan.FromMinutes(30))]);
        var credentials = _pool.Credentials(CognitoIdentityUser.SignedIn(
            TestPool.Google,
            _ => Task.FromResult(tokens.Count > 1 ? tokens.Dequeue() : tokens.Peek())));
        var first = await credentials.GetSessionAsync();
        _pool.Clock.Advance(Expired);
        tokens.Enqueue(_pool.GoogleToken("alice"));

        var second = await credentials.GetSessionAsync();

        Assert.Equal((CognitoIdentitySessionSource.Refresh, first.IdentityId), (second.Source, second.IdentityId));
        Assert.Equal(1, _pool.CallsOf("GetId"));
    }

    [Fact]
    public async Task Expired_developer_token_is_fetched_again()
    {
        var backend = _pool.DeveloperUser("bob").DeveloperIdentity!;
        var kept = await backend(null, CancellationToken.None);
        _pool.Clock.Advance(TimeSpan.FromMinutes(20));
        var asked = 0;
        var credentials = _pool.Credentials(CognitoIdentityUser.DeveloperAuthenticated(
            (identityId, cancellationToken) => asked++ == 0 ? Task.FromResult(kept) : backend(identityId, cancellationToken)));

        var session = await credentials.GetSessionAsync();

        Assert.Equal((2, kept.IdentityId), (asked, session.IdentityId));
    }

    // A token that stays expired is the user's error to see, and never a reason to go on as a guest, though the pool has guests.
    [Fact]
    public async Task User_whose_token_stays_expired_is_an_error_that_keeps_the_identity_and_makes_no_guest()
    {
        var token = _pool.GoogleToken("alice");
        var credentials = _pool.Credentials(CognitoIdentityUser.SignedIn(new Dictionary<string, string> { [TestPool.Google] = token }));
        var first = await credentials.GetSessionAsync();
        _pool.Clock.Advance(Expired);
        _pool.Emulator.Requests.Clear();

        var error = await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync());

        Assert.StartsWith("Invalid login token. Token expired", error.Message);
        Assert.Equal(first.IdentityId, await credentials.GetIdentityIdAsync());
        Assert.Equal(0, _pool.CallsOf("GetId"));
        Assert.All(_pool.Emulator.Requests, request => Assert.Contains("Logins", request.Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task User_whose_callback_gives_no_token_is_an_error_and_not_a_guest(string? token)
    {
        var credentials = _pool.Credentials(CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult(token!)));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        Assert.Contains(TestPool.Google, error.Message);
        Assert.Empty(_pool.Emulator.Requests);
    }

    public static TheoryData<string> PassingFaults { get; } = new(Faults.Keys);

    private static Dictionary<string, Fault> Faults => new()
    {
        ["lost before"] = Fault.ConnectionLostBeforeWork(),
        ["lost after"] = Fault.ConnectionLostAfterWork(),
        ["throttled"] = Fault.Throttling(),
        ["failing"] = Fault.Error("InternalErrorException", "Internal error", 500),
        ["unavailable"] = Fault.Status(503),
        ["garbage"] = Fault.GarbageBody(),
        ["truncated"] = Fault.TruncatedBody(),
    };

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task Passing_failure_never_forgets_a_guests_identity(string fault)
    {
        var credentials = _pool.Credentials();
        var first = await credentials.GetSessionAsync();
        _pool.Clock.Advance(Expired);
        _pool.Emulator.Faults.Add(Faults[fault] with { Operation = "GetCredentialsForIdentity", Count = 3 });

        await Assert.ThrowsAnyAsync<CognitoIdentityException>(() => credentials.GetSessionAsync());
        while (_pool.Emulator.Faults.Count > 0)
        {
            _pool.Clock.Advance(PauseAfterFailure);
            await Assert.ThrowsAnyAsync<CognitoIdentityException>(() => credentials.GetSessionAsync());
        }

        _pool.Clock.Advance(PauseAfterFailure);
        Assert.Equal(first.IdentityId, (await credentials.GetSessionAsync()).IdentityId);
        Assert.Equal(1, _pool.CallsOf("GetId"));
    }

    // For a guest, who could not be found again, they do not say for certain that the identity is gone.
    [Theory]
    [InlineData(
        "NotAuthorizedException", "Logins don't match. Please include at least one valid login for this identity or identity pool.")]
    [InlineData("NotAuthorizedException", "Unauthenticated access is not supported for this identity pool.")]
    [InlineData("ResourceConflictException", "A login is already linked.")]
    public async Task Refusal_that_may_pass_never_forgets_a_guests_identity(string code, string message)
    {
        var credentials = _pool.Credentials();
        var first = await credentials.GetSessionAsync();
        _pool.Clock.Advance(Expired);
        _pool.Emulator.Faults.Add(Fault.Error(code, message) with { Operation = "GetCredentialsForIdentity", Count = 1 });

        await Assert.ThrowsAnyAsync<CognitoIdentityException>(() => credentials.GetSessionAsync());

        _pool.Clock.Advance(PauseAfterFailure);
        Assert.Equal(first.IdentityId, (await credentials.GetSessionAsync()).IdentityId);
        Assert.Equal(1, _pool.CallsOf("GetId"));
    }

    [Fact]
    public async Task Identity_that_is_gone_again_and_again_is_replaced_once_and_then_an_error()
    {
        _pool.Emulator.Faults.Add(Fault.Error(
            "ResourceNotFoundException", "Identity 'x' not found.") with
        { Operation = "GetCredentialsForIdentity", Count = 9 });

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _pool.Credentials().GetSessionAsync());

        Assert.Equal(2, _pool.CallsOf("GetId"));
        Assert.Equal(2, _pool.CallsOf("GetCredentialsForIdentity"));
    }

    [Fact]
    public async Task Pool_that_is_gone_is_an_error_at_once()
    {
        var credentials = _pool.Credentials();
        await _pool.Client.DeleteIdentityPoolAsync(new() { IdentityPoolId = _pool.PoolId });

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => credentials.GetSessionAsync());

        Assert.StartsWith("IdentityPool", error.Message);
        Assert.Equal(1, _pool.CallsOf("GetId"));
    }

    // Another server of the farm was quicker, and the guest must not get a third identity.
    [Fact]
    public async Task Recovery_takes_the_identity_that_another_server_has_stored_meanwhile()
    {
        var store = new InMemoryIdentityIdStore();
        var here = _pool.Credentials(configure: options => options.IdentityIdStore = store);
        var there = _pool.Credentials(configure: options => options.IdentityIdStore = store);
        var first = await here.GetSessionAsync();
        Assert.Equal(first.IdentityId, (await there.GetSessionAsync()).IdentityId);
        await _pool.DeleteAsync(first.IdentityId);
        _pool.Clock.Advance(Expired);

        var recoveredThere = await there.GetSessionAsync();
        var recoveredHere = await here.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, recoveredHere.Source);
        Assert.Equal(recoveredThere.IdentityId, recoveredHere.IdentityId);
        Assert.Equal(2, _pool.CallsOf("GetId"));
    }
}
