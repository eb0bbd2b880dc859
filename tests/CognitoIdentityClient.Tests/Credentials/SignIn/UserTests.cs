using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>Against the emulator: every kind of user, and the checks of regions and partitions.</summary>
public sealed class UserTests : IAsyncLifetime
{
    private TestPool _pool = null!;

    public async Task InitializeAsync() => _pool = await TestPool.StartAsync();

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask();

    [Fact]
    public async Task Guest_gets_the_guests_role()
    {
        var session = await _pool.Credentials().GetSessionAsync();

        Assert.True(session.IsGuest);
        Assert.Equal((session.IdentityId, TestPool.GuestRole), RoleOf(session));
    }

    [Fact]
    public async Task User_gets_the_users_role_and_the_callback_is_asked_at_every_refresh()
    {
        var asked = 0;
        var credentials = _pool.Credentials(CognitoIdentityUser.SignedIn(TestPool.Google, _ =>
        {
            asked++;
            return Task.FromResult(_pool.GoogleToken("alice"));
        }));

        var first = await credentials.GetSessionAsync();
        _pool.Clock.Advance(TimeSpan.FromHours(2));
        var second = await credentials.GetSessionAsync();

        Assert.False(first.IsGuest);
        Assert.Equal((second.IdentityId, TestPool.UserRole), RoleOf(second));
        Assert.Equal((2, first.IdentityId), (asked, second.IdentityId));
    }

    [Fact]
    public async Task User_of_two_providers_has_one_identity_linked_to_both()
    {
        var credentials = _pool.Credentials(CognitoIdentityUser.SignedIn(new Dictionary<string, Func<CancellationToken, Task<string>>>
        {
            [TestPool.Google] = _ => Task.FromResult(_pool.GoogleToken("alice")),
            [TestPool.Facebook] = _ => Task.FromResult("alice's Facebook token"),
        }));

        var identity = await credentials.GetIdentityIdAsync();

        var description = await _pool.Client.DescribeIdentityAsync(new() { IdentityId = identity });
        Assert.Equal([TestPool.Google, TestPool.Facebook], description.Logins.Order());
    }

    [Fact]
    public async Task Developer_user_gets_the_users_role()
    {
        var session = await _pool.Credentials(_pool.DeveloperUser("bob")).GetSessionAsync();

        Assert.False(session.IsGuest);
        Assert.Equal((session.IdentityId, TestPool.UserRole), RoleOf(session));
        Assert.Equal(0, _pool.CallsOf("GetId"));
    }

    [Fact]
    public async Task GetIdentityId_asks_for_no_credentials_and_both_together_make_one_guest()
    {
        var credentials = _pool.Credentials();

        var alone = await credentials.GetIdentityIdAsync();
        Assert.Equal(0, _pool.CallsOf("GetCredentialsForIdentity"));

        var others = _pool.Credentials();
        var ids = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(async i => i % 2 == 0
                ? await others.GetIdentityIdAsync()
                : (await others.GetSessionAsync()).IdentityId));
        Assert.NotEqual(alone, Assert.Single(ids.Distinct()));
        Assert.Equal(2, _pool.CallsOf("GetId"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Custom_role_is_sent_as_a_value_or_from_a_callback(bool fromCallback)
    {
        const string Role = "arn:aws:iam::123456789012:role/of-the-token";
        var user = _pool.GoogleUser("alice");
        var credentials = _pool.Credentials(
            fromCallback ? user.WithCustomRole(_ => Task.FromResult<string?>(Role)) : user.WithCustomRole(Role));

        // Google's tokens carry no roles, so the service says no.
        await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync());

        Assert.Contains($"\"CustomRoleArn\":\"{Role}\"", Assert.Single(_pool.Emulator.Requests.For("GetCredentialsForIdentity")).Body);
    }

    [Fact]
    public async Task Custom_role_of_another_partition_is_an_error_and_not_sent()
    {
        var credentials = _pool.Credentials(_pool.GoogleUser("alice").WithCustomRole("arn:aws-cn:iam::123456789012:role/r"));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        Assert.Contains("partition", error.Message);
        Assert.Equal(0, _pool.CallsOf("GetCredentialsForIdentity"));
    }

    [Fact]
    public async Task Basic_flow_hands_the_open_id_token_to_the_users_own_sts_call()
    {
        WebIdentity? received = null;
        var issued = FakeClient.NewCredentials(_pool.Clock.GetUtcNow() + TimeSpan.FromHours(1));
        var credentials = _pool.Credentials(_pool.GoogleUser("alice"), options => options.AssumeRoleWithWebIdentity = (identity, _) =>
        {
            received = identity;
            return Task.FromResult(issued);
        });

        var session = await credentials.GetSessionAsync();

        Assert.Equal(issued, session.Credentials);
        Assert.Equal((session.IdentityId, false, 3), (received!.IdentityId, received.IsGuest, received.Token.Split('.').Length));
        Assert.DoesNotContain(received.Token, received.ToString());
        Assert.Equal((1, 0), (_pool.CallsOf("GetOpenIdToken"), _pool.CallsOf("GetCredentialsForIdentity")));
    }

    [Fact]
    public async Task Basic_flow_of_a_developer_user_takes_the_backends_token()
    {
        string? token = null;
        var backend = _pool.DeveloperUser("bob").DeveloperIdentity!;
        var user = CognitoIdentityUser.DeveloperAuthenticated(async (identityId, cancellationToken) =>
        {
            var response = await backend(identityId, cancellationToken);
            token = response.Token;
            return response;
        });
        var credentials = _pool.Credentials(user, options => options.AssumeRoleWithWebIdentity = (identity, _) =>
        {
            Assert.Equal(token, identity.Token);
            return Task.FromResult(FakeClient.NewCredentials(_pool.Clock.GetUtcNow() + TimeSpan.FromHours(1)));
        });

        await credentials.GetSessionAsync();

        Assert.Equal(0, _pool.CallsOf("GetOpenIdToken"));
    }

    [Fact]
    public void Pool_of_another_region_is_an_error()
    {
        var error = Assert.Throws<OptionsValidationException>(() =>
            new CognitoIdentityCredentials(new() { IdentityPoolId = $"eu-central-1:{Guid.NewGuid()}" }, _pool.Client));

        Assert.Contains("region eu-central-1, the client in us-east-1", error.Message);
    }

    [Fact]
    public async Task Backends_identity_of_another_region_is_an_error_and_not_used()
    {
        var credentials = _pool.Credentials(CognitoIdentityUser.DeveloperAuthenticated(
            (_, _) => Task.FromResult(new DeveloperIdentity($"eu-central-1:{Guid.NewGuid()}", "token"))));

        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.GetSessionAsync());

        Assert.Empty(_pool.Emulator.Requests);
    }

    [Fact]
    public void Invalid_options_are_all_reported_at_once()
    {
        var (client, _) = FakeClient.Create();
        var options = new CognitoIdentityCredentialsOptions
        {
            IdentityPoolId = "us-east-1",
            User = null!,
            IdentityIdStore = null!,
            TimeProvider = null!,
            ExpirationBuffer = TimeSpan.FromMinutes(6),
            RefreshTimeout = TimeSpan.Zero,
            MaxUsers = 0,
        };

        var error = Assert.Throws<OptionsValidationException>(() => new CognitoIdentityCredentials(options, client));

        Assert.Equal(7, error.Failures.Count());
        Assert.Contains("missing", Assert.Throws<OptionsValidationException>(() => new CognitoIdentityCredentials(new(), client)).Message);
    }

    [Fact]
    public void User_without_logins_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CognitoIdentityUser.SignedIn(new Dictionary<string, string>()));
        Assert.Throws<ArgumentException>(
            () => CognitoIdentityUser.SignedIn(new Dictionary<string, Func<CancellationToken, Task<string>>>()));
    }

    // In UTF-8, as which stores write them, both keys would be the same.
    [Fact]
    public void Key_that_is_not_well_formed_is_refused()
    {
        Assert.Throws<ArgumentException>("key", () => CognitoIdentityUser.Guest.WithKey("a\ud800"));
        Assert.Throws<ArgumentException>("key", () => CognitoIdentityUser.Guest.WithKey("a\udc00b"));
        Assert.Equal("\ud83d\ude00", CognitoIdentityUser.Guest.WithKey("\ud83d\ude00").Key);
    }

    [Fact]
    public async Task Log_says_that_the_user_has_no_identity_yet_if_the_first_fetch_fails()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var credentials = new CognitoIdentityCredentials(_pool.Options(), _pool.Client, log);
        _pool.Emulator.Faults.Add(Fault.Error("LimitExceededException", "down") with { Operation = "GetId" });

        await Assert.ThrowsAsync<LimitExceededException>(() => credentials.GetSessionAsync());

        var entry = Assert.Single(log.Collector.GetSnapshot());
        Assert.Equal((2, "NoCredentials"), (entry.Id.Id, entry.Id.Name));
        Assert.Equal(
            $"The credentials of a user of pool {_pool.PoolId} without an identity yet could not be fetched, and no valid ones are cached.",
            entry.Message);
    }

    [Fact]
    public async Task Nothing_printed_or_logged_shows_a_secret()
    {
        var log = new FakeLogger<CognitoIdentityCredentials>();
        var user = CognitoIdentityUser.SignedIn(new Dictionary<string, string> { [TestPool.Google] = "SECRET-token" })
            .WithKey("SECRET-key");
        var credentials = new CognitoIdentityCredentials(_pool.Options(user), _pool.Client, log);

        var session = await credentials.GetSessionAsync();
        await _pool.DeleteAsync(session.IdentityId);
        _pool.Emulator.Faults.Add(Fault.Error(
            "NotAuthorizedException", "Access to Identity 'x' is forbidden.") with
        { Operation = "GetCredentialsForIdentity", Count = 2 });
        _pool.Clock.Advance(TimeSpan.FromHours(2));
        await Assert.ThrowsAsync<NotAuthorizedException>(() => credentials.GetSessionAsync());
        Assert.Contains(log.Events(), entry => entry.Item2 == "NoCredentials");

        var texts =
            $"{session} {session.Credentials} {user} {credentials} {new DeveloperIdentity("us-east-1:1", "SECRET-token")} "
            + $"{log.Collector.Text()}";
        Assert.DoesNotContain("SECRET", texts);
        Assert.DoesNotContain(session.Credentials.SecretKey, texts);
        Assert.DoesNotContain(session.Credentials.SessionToken, texts);
        Assert.DoesNotContain(session.Credentials.AccessKeyId, texts);
    }

    private static (string, string) RoleOf(CognitoIdentitySession session)
    {
        var issued = IssuedSession.Read(session.Credentials.SessionToken);
        return (issued.IdentityId, issued.RoleArn);
    }
}
