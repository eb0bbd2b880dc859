using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Users with several logins, of which one is missing or refused; and tokens that are refused for good.</summary>
public sealed class SeveralLoginsTests : IAsyncLifetime
{
    private static readonly TimeSpan Expired = TimeSpan.FromHours(-1);

    private TestPool _pool = null!;

    public async Task InitializeAsync() => _pool = await TestPool.StartAsync();

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask();

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public async Task Token_that_is_missing_is_an_error_that_names_the_provider(string? token)
    {
        var credentials = _pool.Credentials(User(_ => Task.FromResult(token!)));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        Assert.Contains(TestPool.Facebook, error.Message);
        Assert.DoesNotContain(TestPool.Google, error.Message);
        Assert.Empty(_pool.Emulator.Requests);
    }

    [Fact]
    public async Task Callback_that_fails_is_an_error_that_names_the_provider_and_not_the_token()
    {
        var credentials = _pool.Credentials(User(_ => throw new FormatException("SECRET")));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        Assert.Contains(TestPool.Facebook, error.Message);
        Assert.DoesNotContain("SECRET", error.Message);
        Assert.IsType<FormatException>(error.InnerException);
    }

    [Fact]
    public async Task Token_that_is_missing_is_left_out_where_the_options_say_so()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var options = _pool.Options(User(_ => Task.FromResult("")));
        options.AllowFewerLogins = true;
        var credentials = new CognitoIdentityCredentials(options, _pool.Client, log);

        Assert.False((await credentials.GetSessionAsync()).IsGuest);

        Assert.Equal([(LogLevel.Information, "LoginLeftOut")], log.Events());
        Assert.Contains(TestPool.Facebook, log.Collector.Text());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Login_that_is_left_out_is_logged_once_until_it_is_accepted_again(bool isMissing)
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var isBad = true;
        var user = CognitoIdentityUser.SignedIn(new Dictionary<string, Func<CancellationToken, Task<string>>>
        {
            [TestPool.Facebook] = _ => Task.FromResult("alice's Facebook token"),
            [TestPool.Google] = _ => Task.FromResult(isBad && isMissing ? "" : _pool.GoogleToken("alice", isBad ? Expired : null)),
        });
        var options = _pool.Options(user);
        options.AllowFewerLogins = true;
        var credentials = new CognitoIdentityCredentials(options, _pool.Client, log);

        for (var refresh = 0; refresh < 3; refresh++)
        {
            await credentials.RefreshAsync();
        }

        Assert.Equal([(LogLevel.Information, "LoginLeftOut")], log.Events());
        isBad = false;
        await credentials.RefreshAsync();
        isBad = true;
        await credentials.RefreshAsync();
        Assert.Equal(Enumerable.Repeat((LogLevel.Information, (string?)"LoginLeftOut"), 2), log.Events());
    }

    [Fact]
    public async Task Tokens_that_are_all_missing_are_an_error_and_never_make_a_guest()
    {
        var nothing = CognitoIdentityUser.SignedIn(new Dictionary<string, Func<CancellationToken, Task<string>>>
        {
            [TestPool.Google] = _ => Task.FromResult(""),
            [TestPool.Facebook] = _ => Task.FromResult(""),
        });
        var credentials = _pool.Credentials(nothing, options => options.AllowFewerLogins = true);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        Assert.Contains(TestPool.Google, error.Message);
        Assert.Contains(TestPool.Facebook, error.Message);
        Assert.Empty(_pool.Emulator.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Token_that_is_refused_is_an_error_that_names_the_provider(bool isKnownUser)
    {
        var isExpired = false;
        var credentials = _pool.Credentials(TwoJsonWebTokens(() => isExpired));
        if (isKnownUser)
        {
            await credentials.GetSessionAsync();
        }

        isExpired = true;
        var error = await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.RefreshAsync());

        Assert.StartsWith($"The login token of {TestPool.Google} was refused: Invalid login token. Token expired", error.Message);
        Assert.Equal(ErrorReason.TokenExpired, error.Reason);
        Assert.Equal(2, error.Message.Split("Hint:").Length);
        Assert.Equal(((NotAuthorizedException)error.InnerException!).RequestId, error.RequestId);
        Assert.DoesNotContain(_pool.GoogleToken("alice", Expired), error.ToString());
    }

    [Fact]
    public async Task Token_that_is_refused_is_left_out_where_the_options_say_so()
    {
        var isExpired = false;
        var credentials = _pool.Credentials(TwoJsonWebTokens(() => isExpired), options => options.AllowFewerLogins = true);
        var first = await credentials.GetSessionAsync();
        isExpired = true;

        var second = await credentials.RefreshAsync();

        Assert.Equal((first.IdentityId, false), (second.IdentityId, second.IsGuest));
        Assert.NotEqual(first.Credentials, second.Credentials);
    }

    [Fact]
    public async Task FixedToken_that_was_refused_is_not_sent_again_until_there_is_another_or_it_is_asked_for()
    {
        var factory = new CognitoIdentityCredentialsFactory(_pool.Options(), _pool.Client);
        var bad = new Dictionary<string, string> { [TestPool.Google] = _pool.GoogleToken("alice", Expired) };
        for (var request = 0; request < 10; request++)
        {
            await Assert.ThrowsAsync<NotAuthorizedException>(() => factory.ForUser("alice", bad).GetSessionAsync());
            _pool.Clock.Advance(TimeSpan.FromSeconds(11));
        }

        Assert.Equal(1, _pool.CallsOf("GetId"));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => factory.ForUser("alice", bad).RefreshAsync());
        Assert.Equal(2, _pool.CallsOf("GetId"));

        var good = new Dictionary<string, string> { [TestPool.Google] = _pool.GoogleToken("alice") };
        Assert.False((await factory.ForUser("alice", good).GetSessionAsync()).IsGuest);
    }

    [Fact]
    public async Task FixedToken_that_was_refused_is_not_sent_again_for_the_identity_alone()
    {
        var token = _pool.GoogleToken("alice", Expired);
        var credentials = _pool.Credentials(CognitoIdentityUser.SignedIn(new Dictionary<string, string> { [TestPool.Google] = token }));

        for (var use = 0; use < 5; use++)
        {
            await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetIdentityIdAsync());
        }

        await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync());
        Assert.Single(_pool.Emulator.Requests);
    }

    [Fact]
    public async Task Token_that_is_refused_for_the_identity_alone_is_asked_for_once_more()
    {
        var asked = 0;
        var user = CognitoIdentityUser.SignedIn(
            TestPool.Google, _ => Task.FromResult(_pool.GoogleToken("alice", asked++ == 0 ? Expired : null)));

        Assert.NotNull(await _pool.Credentials(user).GetIdentityIdAsync());
        Assert.Equal(2, asked);
    }

    // The token of the one provider is renewed with every request; that of the other is always the same, and stays refused.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FixedToken_of_several_that_was_refused_is_not_sent_again_with_a_new_token_of_another_provider(bool allowsFewer)
    {
        var bad = _pool.GoogleToken("alice", Expired);
        var sent = new List<string>();
        var (client, fake) = FakeClient.Create();
        fake.IssueAsync = (request, _) =>
        {
            sent.AddRange(request.Logins!.Values);
            return request.Logins!.Values.Contains(bad)
                ? throw new NotAuthorizedException("Invalid login token. Token expired: 2 >= 1")
                : Task.FromResult(FakeClient.NewCredentials(_pool.Clock.GetUtcNow() + TimeSpan.FromHours(1)));
        };
        var options = _pool.Options();
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

            _pool.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Single(sent, token => token == bad);

        var good = _pool.GoogleToken("alice");
        await Request(good, "token 5").GetSessionAsync();
        Assert.Equal((IEnumerable<string>)[good, "token 5"], sent[^2..]);
    }

    [Fact]
    public async Task FixedToken_that_was_left_out_and_is_the_only_one_now_is_an_error_and_never_makes_a_guest()
    {
        var options = _pool.Options();
        options.AllowFewerLogins = true;
        var factory = new CognitoIdentityCredentialsFactory(options, _pool.Client);
        var bad = _pool.GoogleToken("alice", Expired);
        await factory.ForUser(
            "alice", new Dictionary<string, string> { [TestPool.Google] = bad, [TestPool.Facebook] = "alice's Facebook token" })
            .GetSessionAsync();
        _pool.Clock.Advance(TimeSpan.FromHours(1));
        _pool.Emulator.Requests.Clear();

        var alone = factory.ForUser("alice", new Dictionary<string, string> { [TestPool.Google] = bad });

        await Assert.ThrowsAsync<NotAuthorizedException>(() => alone.GetSessionAsync());
        Assert.Empty(_pool.Emulator.Requests);
    }

    [Fact]
    public async Task RefusedToken_is_logged_once_as_information_without_a_stack_until_a_token_was_accepted()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var token = _pool.GoogleToken("alice", Expired);
        var user = CognitoIdentityUser.SignedIn(TestPool.Google, _ => Task.FromResult(token));
        var credentials = new CognitoIdentityCredentials(_pool.Options(user), _pool.Client, log);
        for (var use = 0; use < 5; use++)
        {
            await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync());
            _pool.Clock.Advance(TimeSpan.FromSeconds(11));
        }

        Assert.Equal([(LogLevel.Information, "LoginRefused")], log.Events());
        Assert.Contains($"of a user of pool {_pool.PoolId} without an identity yet was refused: ", log.Collector.Text());
        Assert.DoesNotContain("unknown", log.Collector.Text());
        Assert.DoesNotContain("   at ", log.Collector.Text());
        Assert.Equal(5, _pool.Failures.Count);
    }

    [Fact]
    public async Task Newest_token_of_a_factorys_user_wins_by_its_own_times_and_not_by_the_order_of_requests()
    {
        var sent = new List<string>();
        var (client, fake) = FakeClient.Create();
        fake.IssueAsync = (request, _) =>
        {
            sent.Add(request.Logins![TestPool.Google]);
            return Task.FromResult(FakeClient.NewCredentials(_pool.Clock.GetUtcNow() + TimeSpan.FromHours(1)));
        };
        var factory = new CognitoIdentityCredentialsFactory(_pool.Options(), client);
        var now = _pool.Clock.GetUtcNow();
        var newest = ExpiryTests.Token(now, now + TimeSpan.FromHours(2));
        string[] order =
        [
            ExpiryTests.Token(now, now + TimeSpan.FromHours(1)),
            newest,
            ExpiryTests.Token(now - TimeSpan.FromMinutes(1), now + TimeSpan.FromHours(2)),
            ExpiryTests.Token(now, now + TimeSpan.FromHours(1)),
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

    [Fact]
    public async Task RoleThatWasJustMade_is_tried_again_for_the_time_of_the_options()
    {
        _pool.Emulator.Faults.Add(
            Fault.Error("NotAuthorizedException",
                $"Access to Role '{TestPool.UserRole}' is forbidden.") with
            { Operation = "GetCredentialsForIdentity", Count = 2 });
        var credentials = _pool.Credentials(_pool.GoogleUser("alice"), options => options.NewRoleRetryTime = TimeSpan.FromSeconds(30));

        var waiting = credentials.GetSessionAsync();
        await _pool.Clock.UntilWaitAsync(TimeSpan.FromSeconds(2)); // The one of a second passes by itself.
        _pool.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.False((await waiting).IsGuest);
        Assert.Equal(3, _pool.CallsOf("GetCredentialsForIdentity"));
    }

    // Waits of 1, 2 and 4 seconds; the next one, of 8, would end after the time of the options.
    [Theory]
    [InlineData(0.999, 1)]
    [InlineData(1, 2)]
    [InlineData(14.999, 4)]
    [InlineData(15, 5)]
    [InlineData(31, 7)]
    public async Task RoleThatStaysForbidden_is_tried_again_only_within_the_time_of_the_options(double seconds, int calls)
    {
        var clock = new VirtualTime { LongestWait = TimeSpan.FromSeconds(8) };
        var (client, fake) = FakeClient.Create();
        fake.IssueAsync = (_, _) => throw new NotAuthorizedException($"Access to Role '{TestPool.UserRole}' is forbidden.");
        var credentials = new CognitoIdentityCredentials(
            new() { IdentityPoolId = TestClient.PoolId, TimeProvider = clock, NewRoleRetryTime = TimeSpan.FromSeconds(seconds) }, client);

        await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync().WithinSafetyLimit());

        Assert.Equal(calls, fake.CallsOf("GetCredentialsForIdentity"));
    }

    [Fact]
    public async Task RoleThatIsForbidden_is_an_error_at_once_by_default()
    {
        _pool.Emulator.Faults.Add(
            Fault.Error("NotAuthorizedException",
                $"Access to Role '{TestPool.UserRole}' is forbidden.") with
            { Operation = "GetCredentialsForIdentity", Count = 2 });

        await Assert.ThrowsAsync<NotAuthorizedException>(() => _pool.Credentials(_pool.GoogleUser("alice")).GetSessionAsync());

        Assert.Equal(1, _pool.CallsOf("GetCredentialsForIdentity"));
    }

    private CognitoIdentityUser User(Func<CancellationToken, Task<string>> getFacebookToken) =>
        CognitoIdentityUser.SignedIn(new Dictionary<string, Func<CancellationToken, Task<string>>>
        {
            [TestPool.Google] = _ => Task.FromResult(_pool.GoogleToken("alice")),
            [TestPool.Facebook] = getFacebookToken,
        });

    // Google's can expire.
    private CognitoIdentityUser TwoJsonWebTokens(Func<bool> isExpired) =>
        CognitoIdentityUser.SignedIn(new Dictionary<string, Func<CancellationToken, Task<string>>>
        {
            [TestPool.Facebook] = _ => Task.FromResult("alice's Facebook token"),
            [TestPool.Google] = _ => Task.FromResult(_pool.GoogleToken("alice", isExpired() ? Expired : null)),
        });
}
