using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>
/// The flows of credentials with marked secrets: signed-in users, developer-authenticated users, the basic (classic) flow, signing in and
/// out, stores that fail. The mark is in nothing that comes out.
/// </summary>
[Collection(ListeningTests.Name)]
public sealed class CredentialsSecretTests : IDisposable
{
    private const string Provider = "accounts.google.com";

    private static readonly Step Gone = CannedResponse.Error("ResourceNotFoundException", message: "Identity 'us-east-1:1' not found.");
    private static readonly Step Refused = SecretWatch.Repeating("NotAuthorizedException", 400, "Invalid login token. ");

    private readonly SecretWatch _watch = new();
    private readonly List<CredentialsRefreshFailure> _failures = [];

    private static CognitoIdentityUser SignedIn =>
        CognitoIdentityUser.SignedIn(Provider, _ => Task.FromResult(SecretWatch.LoginToken)).WithKey("user");

    private static CognitoIdentityUser Developer => CognitoIdentityUser.DeveloperAuthenticated(
        (_, _) => Task.FromResult(DeveloperIdentity)).WithKey("user");

    private static DeveloperIdentity DeveloperIdentity { get; } =
        new("us-east-1:11111111-2222-3333-4444-555555555555", $"developer{SecretWatch.Mark}");

    [Fact]
    public async Task No_secret_comes_out_of_a_signed_in_user_who_is_refreshed_recovered_and_refused()
    {
        using var handler = new ScriptedHandler(SecretWatch.Ok, SecretWatch.Ok, Gone, SecretWatch.Ok, SecretWatch.Ok, Refused);
        var credentials = Create(handler, options => options.User = SignedIn);

        var session = await credentials.GetSessionAsync();
        await credentials.RefreshAsync();
        Assert.True(await _watch.RunAsync(() => credentials.RefreshAsync()));

        Assert.Equal(SecretWatch.SessionToken, session.Credentials.SessionToken);
        AssertNoSecret(handler, credentials, session, SignedIn);
    }

    [Fact]
    public async Task No_secret_comes_out_of_a_developer_authenticated_user_who_is_refreshed_and_refused()
    {
        using var handler = new ScriptedHandler(SecretWatch.Ok, Refused);
        var credentials = Create(handler, options => options.User = Developer);

        var session = await credentials.GetSessionAsync();
        Assert.True(await _watch.RunAsync(() => credentials.RefreshAsync()));

        AssertNoSecret(handler, credentials, session, Developer, DeveloperIdentity);
    }

    [Fact]
    public async Task No_secret_comes_out_of_the_basic_flow()
    {
        using var handler = new ScriptedHandler(SecretWatch.Ok, SecretWatch.Ok, SecretWatch.Ok, Refused);
        var given = new List<WebIdentity>();
        var credentials = Create(handler, options =>
        {
            options.User = SignedIn;
            options.AssumeRoleWithWebIdentity = (identity, _) =>
            {
                given.Add(identity);
                return given.Count == 1
                    ? Task.FromResult(new Credentials
                    {
                        AccessKeyId = $"ASIA{SecretWatch.Mark}",
                        SecretKey = $"secret{SecretWatch.Mark}",
                        SessionToken = SecretWatch.SessionToken,
                        Expiration = new(2026, 1, 1, 1, 0, 0, TimeSpan.Zero),
                    })
                    : throw new HttpRequestException("STS is out of reach.");
            };
        });

        var session = await credentials.GetSessionAsync();
        Assert.True(await _watch.RunAsync(() => credentials.RefreshAsync()));
        Assert.True(await _watch.RunAsync(() => credentials.RefreshAsync()));

        Assert.Contains(SecretWatch.Mark, given[0].Token);
        AssertNoSecret(handler, credentials, session, given[0]);
    }

    [Fact]
    public async Task No_secret_comes_out_of_signing_in_and_out_with_stores_that_fail()
    {
        using var handler = new ScriptedHandler(SecretWatch.Ok, SecretWatch.Ok, Refused);
        var store = ScriptedStore.Failing();
        var credentials = Create(handler, options => (options.IdentityIdStore, options.SessionStore) = (store, store));

        var session = await credentials.SignInAsync(SignedIn, GuestIdentityPolicy.Separate);
        Assert.True(await _watch.RunAsync(() => credentials.RefreshAsync()));
        Assert.True(await _watch.RunAsync(() => credentials.SignInAsync(SignedIn, GuestIdentityPolicy.Separate)));
        Assert.True(await _watch.RunAsync(() => credentials.SignOutAsync()));

        AssertNoSecret(handler, credentials, session);
    }

    [Fact]
    public async Task No_secret_comes_out_of_a_factory_that_evicts_leaves_out_logins_and_signs_out()
    {
        using var handler = new ScriptedHandler(SecretWatch.Ok, SecretWatch.Ok, Refused, Refused, Refused, Refused);
        await using var provider = _watch.Host(handler, services => services.AddCognitoIdentityCredentials(options =>
        {
            (options.IdentityPoolId, options.MaxUsers, options.AllowFewerLogins) = (TestClient.PoolId, 1, true);
            options.RefreshFailed = _failures.Add;
        }));
        var factory = provider.GetRequiredService<ICognitoIdentityCredentialsFactory>();
        var logins = new Dictionary<string, string>
        {
            [Provider] = SecretWatch.LoginToken,
            ["graph.facebook.com"] = $"face{SecretWatch.Mark}",
        };

        var credentials = factory.ForUser("one", logins);
        await credentials.GetSessionAsync();
        await _watch.RunAsync(() => factory.ForUser("two", logins).GetSessionAsync());
        await factory.SignOutAsync("one");

        AssertNoSecret(handler, credentials, factory, CognitoIdentityUser.SignedIn(logins));
    }

    [Theory]
    [InlineData($"{SecretWatch.Mark}")]
    [InlineData($"{SecretWatch.Mark}.{SecretWatch.Mark}.{SecretWatch.Mark}")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJNQVJLRVIifQ.MARKER")]
    public async Task No_token_that_is_not_a_login_is_in_the_error_about_it(string token)
    {
        foreach (var create in (Func<Logins>[])
            [() => Logins.FromJwt(token), () => Logins.Google(token), () => Logins.UserPool("us-east-1", "us-east-1_a", token)])
        {
            Assert.True(await _watch.RunAsync(() => Task.FromResult(create())));
        }

        _watch.AssertNoSecret();
    }

    public void Dispose() => _watch.Dispose();

    private CognitoIdentityCredentials Create(HttpMessageHandler handler, Action<CognitoIdentityCredentialsOptions> configure)
    {
        var provider = _watch.Host(handler);
        var options = new CognitoIdentityCredentialsOptions
        {
            IdentityPoolId = TestClient.PoolId,
            RefreshFailed = _failures.Add,
            IdentityChanged = change => _watch.Print([change]),
        };
        configure(options);
        _watch.Print([options]);
        return new(
            options,
            provider.GetRequiredService<ICognitoIdentityClient>(),
            provider.GetRequiredService<ILogger<CognitoIdentityCredentials>>());
    }

    // The handler shows that the secrets were there.
    private void AssertNoSecret(ScriptedHandler handler, params IEnumerable<object?> printed)
    {
        Assert.Contains(handler.Requests, request => request.Text.Contains(SecretWatch.Mark, StringComparison.Ordinal));
        _watch.Print(printed);
        _watch.Print(_failures.Select(failure => $"{failure} {failure.UserKey}"));
        foreach (var failure in _failures)
        {
            _watch.Describe(failure.Exception);
        }

        _watch.AssertNoSecret();
    }
}
