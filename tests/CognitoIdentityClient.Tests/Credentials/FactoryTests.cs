using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.UserCredentials;

public sealed class FactoryTests
{
    private static readonly Dictionary<string, string> Logins = new() { [TestPool.Google] = "token" };

    [Fact]
    public async Task User_has_one_set_of_credentials_and_one_call_however_many_requests_come_at_once()
    {
        await using var pool = await TestPool.StartAsync();
        var factory = new CognitoIdentityCredentialsFactory(pool.Options(), pool.Client);

        var sessions = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() =>
            factory.ForUser(i % 2 == 0 ? "alice" : "bob", new Dictionary<string, string>
            {
                [TestPool.Google] = pool.GoogleToken(i % 2 == 0 ? "alice" : "bob"),
            }).GetSessionAsync())));

        Assert.Equal(2, pool.CallsOf("GetCredentialsForIdentity"));
        Assert.Equal(2, sessions.Select(session => session.IdentityId).Distinct().Count());
        Assert.Equal(sessions[0].IdentityId, sessions[2].IdentityId);
        Assert.NotEqual(sessions[0].IdentityId, sessions[1].IdentityId);
    }

    // Credentials that were created with the token of the first request would fail an hour later.
    [Fact]
    public async Task Newer_logins_are_used_at_the_next_refresh()
    {
        await using var pool = await TestPool.StartAsync();
        var factory = new CognitoIdentityCredentialsFactory(pool.Options(), pool.Client);
        var first = await factory.ForUser("alice", new Dictionary<string, string> { [TestPool.Google] = pool.GoogleToken("alice") })
            .GetSessionAsync();
        pool.Clock.Advance(TimeSpan.FromHours(2));

        var second = await factory.ForUser("alice", new Dictionary<string, string> { [TestPool.Google] = pool.GoogleToken("alice") })
            .GetSessionAsync();

        Assert.Equal((first.IdentityId, CognitoIdentitySessionSource.Refresh), (second.IdentityId, second.Source));
    }

    [Fact]
    public void Credentials_are_the_same_for_the_same_user_and_others_for_another_role_or_for_the_guest_of_the_key()
    {
        var (client, _) = FakeClient.Create();
        var factory = new CognitoIdentityCredentialsFactory(new() { IdentityPoolId = TestClient.PoolId }, client);
        var user = CognitoIdentityUser.SignedIn(Logins);
        var alice = factory.ForUser("alice", user);

        Assert.Same(alice, factory.ForUser("alice", Logins));
        Assert.NotSame(alice, factory.ForUser("bob", Logins));
        Assert.NotSame(alice, factory.ForUser("alice", CognitoIdentityUser.Guest));
        var admin = factory.ForUser("alice", user.WithCustomRole("arn:aws:iam::123456789012:role/admin"));
        Assert.NotSame(alice, admin);
        Assert.Same(admin, factory.ForUser("alice", user.WithCustomRole("arn:aws:iam::123456789012:role/admin")));
        Assert.NotSame(alice, factory.ForUser("alice", user.WithCustomRole(_ => Task.FromResult<string?>(null))));
        Assert.Same(alice, factory.ForUser("alice", Logins));
    }

    [Fact]
    public async Task SignOut_of_a_user_who_made_room_forgets_the_identity_in_the_store()
    {
        await using var pool = await TestPool.StartAsync();
        var options = pool.Options();
        options.MaxUsers = 1;
        var factory = new CognitoIdentityCredentialsFactory(options, pool.Client);
        await factory.ForUser("alice", pool.GoogleUser("alice")).GetSessionAsync();
        factory.ForUser("bob", pool.GoogleUser("bob"));
        Assert.NotNull(await options.IdentityIdStore.GetAsync(pool.PoolId, "user:alice"));

        await factory.SignOutAsync("alice");

        Assert.Null(await options.IdentityIdStore.GetAsync(pool.PoolId, "user:alice"));
    }

    [Fact]
    public async Task SignOut_where_the_store_fails_signs_out_all_of_the_users_credentials_all_the_same()
    {
        await using var pool = await TestPool.StartAsync();
        var options = pool.Options();
        options.IdentityIdStore = ScriptedStore.Failing();
        var factory = new CognitoIdentityCredentialsFactory(options, pool.Client);
        CognitoIdentityCredentials[] alices =
        [
            factory.ForUser("alice", pool.GoogleUser("alice")),
            factory.ForUser("alice", pool.GoogleUser("alice").WithCustomRole(_ => Task.FromResult<string?>(null))),
        ];
        foreach (var alice in alices)
        {
            await alice.GetSessionAsync();
        }

        await Assert.ThrowsAsync<IOException>(() => factory.SignOutAsync("alice"));

        foreach (var alice in alices)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => alice.GetSessionAsync());
        }
    }

    [Fact]
    public async Task SignOut_forgets_the_user_and_not_the_others()
    {
        await using var pool = await TestPool.StartAsync();
        var options = pool.Options();
        var factory = new CognitoIdentityCredentialsFactory(options, pool.Client);
        var alice = factory.ForUser("alice", pool.GoogleUser("alice"));
        var bob = factory.ForUser("bob", pool.GoogleUser("bob"));
        await alice.GetSessionAsync();
        await bob.GetSessionAsync();

        await factory.SignOutAsync("alice");

        await Assert.ThrowsAsync<InvalidOperationException>(() => alice.GetSessionAsync());
        Assert.Null(await options.IdentityIdStore.GetAsync(pool.PoolId, "user:alice"));
        Assert.Equal(CognitoIdentitySessionSource.Cache, (await bob.GetSessionAsync()).Source);
        Assert.False((await factory.ForUser("alice", pool.GoogleUser("alice")).GetSessionAsync()).IsGuest);
    }

    [Fact]
    public async Task Credentials_of_the_factory_sign_in_no_other_user_and_never_again_after_signing_out()
    {
        await using var pool = await TestPool.StartAsync();
        var factory = new CognitoIdentityCredentialsFactory(pool.Options(), pool.Client);
        var guest = factory.ForUser("device", CognitoIdentityUser.Guest);

        await Assert.ThrowsAsync<InvalidOperationException>(() => guest.SignInAsync(pool.GoogleUser("alice"), GuestIdentityPolicy.Keep));

        await guest.SignOutAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => guest.GetSessionAsync());
        Assert.True((await factory.ForUser("device", CognitoIdentityUser.Guest).GetSessionAsync()).IsGuest);
    }

    [Fact]
    public async Task User_who_made_room_goes_on_working_for_who_holds_the_credentials()
    {
        await using var pool = await TestPool.StartAsync();
        var options = pool.Options();
        options.MaxUsers = 1;
        var factory = new CognitoIdentityCredentialsFactory(options, pool.Client);
        var alice = factory.ForUser("alice", pool.GoogleUser("alice"));

        factory.ForUser("bob", pool.GoogleUser("bob"));

        Assert.Equal(1, factory.Count);
        Assert.NotSame(alice, factory.ForUser("alice", pool.GoogleUser("alice")));
        Assert.Equal(TestPool.UserRole, IssuedSession.Read((await alice.GetCredentialsAsync()).Token).RoleArn);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void User_without_a_key_or_without_logins_is_refused(string? key)
    {
        var (client, _) = FakeClient.Create();
        var factory = new CognitoIdentityCredentialsFactory(new() { IdentityPoolId = TestClient.PoolId }, client);

        Assert.ThrowsAny<ArgumentException>(() => factory.ForUser(key!, Logins));
        Assert.ThrowsAny<ArgumentException>(() => factory.ForUser("alice", new Dictionary<string, string>()));
        Assert.Equal(0, factory.Count);
    }

    // Each session's token is watched, not the memory of the process, which other tests use too.
    [Fact]
    public async Task Sessions_of_ten_thousand_users_are_collected_but_for_those_that_are_kept()
    {
        const int Users = 10_000;
        const int Kept = 500;
        var clock = new VirtualTime();
        var (client, fake) = FakeClient.Create();
        var tokens = new List<WeakReference>();
        fake.IssueAsync = (_, _) =>
        {
            var credentials = FakeClient.NewCredentials(clock.GetUtcNow() + TimeSpan.FromHours(1));
            tokens.Add(new(credentials.SessionToken));
            return Task.FromResult(credentials);
        };
        var factory = new CognitoIdentityCredentialsFactory(
            new()
            {
                IdentityPoolId = TestClient.PoolId,
                MaxUsers = Kept,
                IdentityIdStore = new InMemoryIdentityIdStore(Kept),
                TimeProvider = clock,
            },
            client);
        for (var user = 0; user < Users; user++)
        {
            await factory.ForUser($"user-{user}", Logins).GetSessionAsync();
        }

        GC.Collect();

        Assert.Equal((Users, Kept), (fake.CallsOf("GetCredentialsForIdentity"), factory.Count));

        // Some that left last may still be referred to by what is running.
        Assert.InRange(tokens.Count(token => token.IsAlive), Kept, Kept + 20);
        GC.KeepAlive(factory);
    }
}
