using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Tokens that are refused for good are not sent again.</summary>
public sealed class RefusedTokenTests : SeveralLoginsTest
{
    [Fact]
    public async Task Fixed_token_that_was_refused_is_not_sent_again_until_there_is_another_or_it_is_asked_for()
    {
        var factory = new CognitoIdentityCredentialsFactory(Pool.Options(), Pool.Client);
        var bad = new Dictionary<string, string> { [TestPool.Google] = Pool.GoogleToken("alice", Expired) };
        for (var request = 0; request < 10; request++)
        {
            await Assert.ThrowsAsync<NotAuthorizedException>(() => factory.ForUser("alice", bad).GetSessionAsync());
            Pool.Clock.Advance(TimeSpan.FromSeconds(11));
        }

        Assert.Equal(1, Pool.CallsOf("GetId"));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => factory.ForUser("alice", bad).RefreshAsync());
        Assert.Equal(2, Pool.CallsOf("GetId"));

        var good = new Dictionary<string, string> { [TestPool.Google] = Pool.GoogleToken("alice") };
        Assert.False((await factory.ForUser("alice", good).GetSessionAsync()).IsGuest);
    }

    [Fact]
    public async Task Fixed_token_that_was_refused_is_not_sent_again_for_the_identity_alone()
    {
        var token = Pool.GoogleToken("alice", Expired);
        var credentials = Pool.Credentials(CognitoIdentityUser.SignedIn(new Dictionary<string, string> { [TestPool.Google] = token }));

        for (var use = 0; use < 5; use++)
        {
            await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetIdentityIdAsync());
        }

        await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync());
        Assert.Single(Pool.Emulator.Requests);
    }

    [Fact]
    public async Task Token_that_is_refused_for_the_identity_alone_is_asked_for_once_more()
    {
        var asked = 0;
        var user = CognitoIdentityUser.SignedIn(
            TestPool.Google, _ => Task.FromResult(Pool.GoogleToken("alice", asked++ == 0 ? Expired : null)));

        Assert.NotNull(await Pool.Credentials(user).GetIdentityIdAsync());
        Assert.Equal(2, asked);
    }

    // The token of the one provider is renewed with every request; that of the other is always the same, and stays refused.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fixed_token_of_several_that_was_refused_is_not_sent_again_with_a_new_token_of_another_provider(bool allowsFewer)
    {
        var bad = Pool.GoogleToken("alice", Expired);
        var sent = new List<string>();
        var (client, fake) = FakeClient.Create();
        fake.IssueAsync = (request, _) =>
        {
            sent.AddRange(request.Logins!.Values);
            return request.Logins!.Values.Contains(bad)
                ? throw new NotAuthorizedException("Invalid login token. Token expired: 2 >= 1")
                : Task.FromResult(FakeClient.NewCredentials(Pool.Clock.GetUtcNow() + TimeSpan.FromHours(1)));
        };
        var options = Pool.Options();
        options.AllowFewerLogins = allowsFewer;
        var factory = new CognitoIdentityCredentialsFactory(options, client);
        CognitoIdentityCredentials Request(string google, string facebook) => factory.ForUser(
            "alice", new Dictionary<string, string> { [TestPool.Google] = google, [TestPool.Facebook] = facebook });

        for (var request = 0; request < 5; request++)
        {
            var credentials = Request(bad, $"token {request}");
            if (allowsFewer)
            {
                await credentials.GetSessionAsync();
                Assert.Equal($"token {request}", sent[^1]);
            }
            else
            {
                var error = await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync());
                Assert.StartsWith($"The login token of {TestPool.Google} was refused", error.Message);
            }

            Pool.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Single(sent, token => token == bad);

        var good = Pool.GoogleToken("alice");
        await Request(good, "token 5").GetSessionAsync();
        Assert.Equal((IEnumerable<string>)[good, "token 5"], sent[^2..]);
    }

    [Fact]
    public async Task Fixed_token_that_was_left_out_and_is_the_only_one_now_is_an_error_and_never_makes_a_guest()
    {
        var options = Pool.Options();
        options.AllowFewerLogins = true;
        var factory = new CognitoIdentityCredentialsFactory(options, Pool.Client);
        var bad = Pool.GoogleToken("alice", Expired);
        await factory.ForUser(
            "alice", new Dictionary<string, string> { [TestPool.Google] = bad, [TestPool.Facebook] = "alice's Facebook token" })
            .GetSessionAsync();
        Pool.Clock.Advance(TimeSpan.FromHours(1));
        Pool.Emulator.Requests.Clear();

        var alone = factory.ForUser("alice", new Dictionary<string, string> { [TestPool.Google] = bad });

        await Assert.ThrowsAsync<NotAuthorizedException>(() => alone.GetSessionAsync());
        Assert.Empty(Pool.Emulator.Requests);
    }

    [Fact]
    public async Task Refused_token_is_logged_once_as_information_without_a_stack_until_a_token_was_accepted()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var token = Pool.GoogleToken("alice", Expired);
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult(token));
        var credentials = new CognitoIdentityCredentials(Pool.Options(user), Pool.Client, log);
        for (var use = 0; use < 5; use++)
        {
            await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync());
            Pool.Clock.Advance(TimeSpan.FromSeconds(11));
        }

        Assert.Equal([(LogLevel.Information, "LoginRefused")], log.Events());
        Assert.Contains($"of a user of pool {Pool.PoolId} without an identity yet was refused: ", log.Collector.Text());
        Assert.DoesNotContain("unknown", log.Collector.Text());
        Assert.DoesNotContain("   at ", log.Collector.Text());
        Assert.Equal(5, Pool.Failures.Count);
    }

    [Fact]
    public async Task Newest_token_of_a_factorys_user_wins_by_its_own_times_and_not_by_the_order_of_requests()
    {
        var sent = new List<string>();
        var (client, fake) = FakeClient.Create();
        fake.IssueAsync = (request, _) =>
        {
            sent.Add(request.Logins![TestPool.Google]);
            return Task.FromResult(FakeClient.NewCredentials(Pool.Clock.GetUtcNow() + TimeSpan.FromHours(1)));
        };
        var factory = new CognitoIdentityCredentialsFactory(Pool.Options(), client);
        var now = Pool.Clock.GetUtcNow();
        var newest = ExpiryTest.Token(now, now + TimeSpan.FromHours(2));
        string[] order =
        [
            ExpiryTest.Token(now, now + TimeSpan.FromHours(1)),
            newest,
            ExpiryTest.Token(now - TimeSpan.FromMinutes(1), now + TimeSpan.FromHours(2)),
            ExpiryTest.Token(now, now + TimeSpan.FromHours(1)),
        ];

        var last = order.Select(token => factory.ForUser("alice", new Dictionary<string, string> { [TestPool.Google] = token }))
            .ToList()[^1];
        await last.GetSessionAsync();
        Assert.Equal([newest], sent);

        // Of texts that say no time the last one counts.
        foreach (var token in (string[])["opaque 1", "opaque 2"])
        {
            factory.ForUser("alice", new Dictionary<string, string> { [TestPool.Google] = token });
        }

        await last.RefreshAsync();
        Assert.Equal("opaque 2", sent[^1]);
    }
}
