using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Against the emulator: what happens to identities behind a provider's back.</summary>
public sealed class RecoveryTests : PoolTest
{
    private static readonly TimeSpan Expired = TimeSpan.FromMinutes(61);

    [Fact]
    public async Task Guest_whose_identity_was_deleted_gets_a_new_one()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var credentials = new CognitoIdentityCredentials(Pool.Options(), Pool.Client, log);
        var first = await credentials.GetSessionAsync();
        await Pool.DeleteAsync(first.IdentityId);
        Pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, second.Source);
        Assert.NotEqual(first.IdentityId, second.IdentityId);
        Assert.Contains((LogLevel.Warning, "IdentityGone"), log.Events());
        var replaced = Assert.Single(log.Collector.GetSnapshot(), record => record.Id.Name == "IdentityReplaced");
        Assert.Equal(
            (LogLevel.Warning, $"A user of pool {Pool.PoolId} now has the identity {second.IdentityId} in place of {first.IdentityId}."),
            (replaced.Level, replaced.Message));
        Assert.Equal(second.IdentityId, await credentials.GetIdentityIdAsync());
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await credentials.GetSessionAsync()).Source);
    }

    // Between the earlier identity and the next one none is in memory, and the credentials that are served are the earlier one's.
    [Fact]
    public async Task Recovery_that_fails_is_logged_with_the_identity_whose_credentials_are_served()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var credentials = new CognitoIdentityCredentials(Pool.Options(), Pool.Client, log);
        var first = await credentials.GetSessionAsync();
        await Pool.DeleteAsync(first.IdentityId);
        Pool.Emulator.Faults.Add(Fault.Error("LimitExceededException", "down") with { Operation = "GetId" });

        await Assert.ThrowsAsync<LimitExceededException>(() => credentials.RefreshAsync());

        var record = Assert.Single(log.Collector.GetSnapshot(), record => record.Id.Name == "CredentialsRefreshFailed");
        Assert.StartsWith($"The credentials of identity {first.IdentityId} in pool {Pool.PoolId} could not be refreshed.", record.Message);
    }

    [Fact]
    public async Task User_whose_identity_was_deleted_gets_a_new_one_as_that_user()
    {
        var credentials = Pool.Credentials(Pool.GoogleUser("alice"));
        var first = await credentials.GetSessionAsync();
        await Pool.DeleteAsync(first.IdentityId);
        Pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal((CognitoIdentitySessionSource.Recovery, false), (second.Source, second.IsGuest));
        Assert.NotEqual(first.IdentityId, second.IdentityId);
        Assert.Equal(TestPool.UserRole, IssuedSession.Read(second.Credentials.SessionToken).RoleArn);
    }

    // The guest signed in elsewhere as somebody known: the identity is disabled, and access to it forbidden.
    [Fact]
    public async Task Guest_whose_identity_was_disabled_gets_a_new_one()
    {
        var known = await Pool.Credentials(Pool.GoogleUser("alice")).GetSessionAsync();
        var credentials = Pool.Credentials();
        var first = await credentials.GetSessionAsync();
        var merged = await Pool.Client.GetCredentialsForIdentityAsync(new()
        {
            IdentityId = first.IdentityId,
            Logins = new Dictionary<string, string> { [TestPool.Google] = Pool.GoogleToken("alice") },
        });
        Assert.Equal(known.IdentityId, merged.IdentityId);
        Pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal((CognitoIdentitySessionSource.Recovery, true), (second.Source, second.IsGuest));
        Assert.NotEqual(first.IdentityId, second.IdentityId);
        Assert.NotEqual(known.IdentityId, second.IdentityId);
    }

    [Fact]
    public async Task Guest_whose_identity_got_a_login_elsewhere_gets_a_new_one_and_not_that_users()
    {
        var credentials = Pool.Credentials();
        var first = await credentials.GetSessionAsync();
        await Pool.Client.GetCredentialsForIdentityAsync(new()
        {
            IdentityId = first.IdentityId,
            Logins = new Dictionary<string, string> { [TestPool.Google] = Pool.GoogleToken("alice") },
        });
        Pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, second.Source);
        Assert.NotEqual(first.IdentityId, second.IdentityId);
    }

    [Fact]
    public async Task Developer_user_whose_identity_was_merged_away_gets_the_one_it_was_merged_into()
    {
        var asked = new List<string?>();
        var source = Pool.Credentials(Pool.DeveloperUser("source", asked.Add));
        var first = await source.GetSessionAsync();
        var destination = await Pool.Credentials(Pool.DeveloperUser("destination")).GetSessionAsync();
        await Pool.Client.MergeDeveloperIdentitiesAsync(new()
        {
            IdentityPoolId = Pool.PoolId,
            DeveloperProviderName = TestPool.DeveloperProvider,
            SourceUserIdentifier = "source",
            DestinationUserIdentifier = "destination",
        });
        Pool.Clock.Advance(Expired);

        var second = await source.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, second.Source);
        Assert.Equal(destination.IdentityId, second.IdentityId);
        Assert.Equal([null, first.IdentityId, null], asked);
    }

    [Fact]
    public async Task Developer_user_whose_identity_was_deleted_gets_a_new_one_from_the_backend()
    {
        var credentials = Pool.Credentials(Pool.DeveloperUser("bob"));
        var first = await credentials.GetSessionAsync();
        await Pool.DeleteAsync(first.IdentityId);
        Pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, second.Source);
        Assert.NotEqual(first.IdentityId, second.IdentityId);
    }

    [Fact]
    public async Task User_whose_login_was_moved_to_another_identity_gets_that_one()
    {
        var credentials = Pool.Credentials(Pool.GoogleUser("alice").WithKey("alice"));
        var first = await credentials.GetSessionAsync();
        var logins = new Dictionary<string, string> { [TestPool.Google] = Pool.GoogleToken("alice") };
        await Pool.Client.UnlinkIdentityAsync(
            new() { IdentityId = first.IdentityId, Logins = logins, LoginsToRemove = [TestPool.Google] });
        var other = await Pool.Client.GetIdAsync(new() { IdentityPoolId = Pool.PoolId, Logins = logins });
        Pool.Clock.Advance(Expired);

        var second = await credentials.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, second.Source);
        Assert.Equal(other.IdentityId, second.IdentityId);
    }

    // A key that an application gave to one user and then to another, say.
    [Fact]
    public async Task User_whose_stored_identity_is_somebody_elses_gets_their_own()
    {
        var bob = await Pool.Credentials(Pool.GoogleUser("bob")).GetSessionAsync();
        var store = new InMemoryIdentityIdStore();
        await store.SetAsync(Pool.PoolId, "user:alice", bob.IdentityId);

        var alice = await Pool.Credentials(Pool.GoogleUser("alice").WithKey("alice"), options => options.IdentityIdStore = store)
            .GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, alice.Source);
        Assert.NotEqual(bob.IdentityId, alice.IdentityId);
        Assert.Equal(alice.IdentityId, await store.GetAsync(Pool.PoolId, "user:alice"));
    }

    [Fact]
    public async Task Expired_login_token_is_fetched_again_before_anything_is_forgotten()
    {
        var tokens = new Queue<string>([Pool.GoogleToken("alice", TimeSpan.FromMinutes(30))]);
        var credentials = Pool.Credentials(CognitoIdentityUser.SignedIn(
            TestPool.Google,
            _ => Task.FromResult(tokens.Count > 1 ? tokens.Dequeue() : tokens.Peek())));
        var first = await credentials.GetSessionAsync();
        Pool.Clock.Advance(Expired);
        tokens.Enqueue(Pool.GoogleToken("alice"));

        var second = await credentials.GetSessionAsync();

        Assert.Equal((CognitoIdentitySessionSource.Refresh, first.IdentityId), (second.Source, second.IdentityId));
        Assert.Equal(1, Pool.CallsOf("GetId"));
    }

    [Fact]
    public async Task Expired_developer_token_is_fetched_again()
    {
        var backend = Pool.DeveloperUser("bob").DeveloperIdentity!;
        var kept = await backend(null, CancellationToken.None);
        Pool.Clock.Advance(TimeSpan.FromMinutes(20));
        var asked = 0;
        var credentials = Pool.Credentials(CognitoIdentityUser.DeveloperAuthenticated(
            (identityId, cancellationToken) => asked++ == 0 ? Task.FromResult(kept) : backend(identityId, cancellationToken)));

        var session = await credentials.GetSessionAsync();

        Assert.Equal((2, kept.IdentityId), (asked, session.IdentityId));
    }

    // A token that stays expired is the user's error to see, and never a reason to go on as a guest, though the pool has guests.
    [Fact]
    public async Task User_whose_token_stays_expired_is_an_error_that_keeps_the_identity_and_makes_no_guest()
    {
        var token = Pool.GoogleToken("alice");
        var credentials = Pool.Credentials(CognitoIdentityUser.SignedIn(new Dictionary<string, string> { [TestPool.Google] = token }));
        var first = await credentials.GetSessionAsync();
        Pool.Clock.Advance(Expired);
        Pool.Emulator.Requests.Clear();

        var error = await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync());

        Assert.StartsWith("Invalid login token. Token expired", error.Message);
        Assert.Equal(first.IdentityId, await credentials.GetIdentityIdAsync());
        Assert.Equal(0, Pool.CallsOf("GetId"));
        Assert.All(Pool.Emulator.Requests, request => Assert.Contains("Logins", request.Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task User_whose_callback_gives_no_token_is_an_error_and_not_a_guest(string? token)
    {
        var credentials = Pool.Credentials(CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult(token!)));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        Assert.Contains(TestPool.Google, error.Message);
        Assert.Empty(Pool.Emulator.Requests);
    }

    // Another server of the farm was quicker, and the guest must not get a third identity.
    [Fact]
    public async Task Recovery_takes_the_identity_that_another_server_has_stored_meanwhile()
    {
        var store = new InMemoryIdentityIdStore();
        var here = Pool.Credentials(configure: options => options.IdentityIdStore = store);
        var there = Pool.Credentials(configure: options => options.IdentityIdStore = store);
        var first = await here.GetSessionAsync();
        Assert.Equal(first.IdentityId, (await there.GetSessionAsync()).IdentityId);
        await Pool.DeleteAsync(first.IdentityId);
        Pool.Clock.Advance(Expired);

        var recoveredThere = await there.GetSessionAsync();
        var recoveredHere = await here.GetSessionAsync();

        Assert.Equal(CognitoIdentitySessionSource.Recovery, recoveredHere.Source);
        Assert.Equal(recoveredThere.IdentityId, recoveredHere.IdentityId);
        Assert.Equal(2, Pool.CallsOf("GetId"));
    }
}
