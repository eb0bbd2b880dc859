using System.Reflection;
using System.Text;
using System.Text.Json;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>
/// Calls, failures and refreshes of credentials with marked secrets. The mark is in nothing that comes out: log at Trace, spans, metrics,
/// exceptions.
/// </summary>
[Collection(ListeningTests.Name)]
public sealed class DrivenSecretTests : IDisposable
{
    private const string Mark = "MARKER";
    private const string LoginToken = $"eyJhbGciOi.{Mark}login.c2lnbmF0dXJl";
    private const string SessionToken = $"session{Mark}token";

    private static readonly Dictionary<string, string> Logins = new() { ["accounts.google.com"] = LoginToken };

    // Every output that an operation may have, and secrets in those that are secret.
    private static readonly Step Ok = Answer.Body($$"""
        {
          "IdentityId": "us-east-1:1", "IdentityPoolId": "us-east-1:2", "IdentityPoolName": "pool", "Token": "jwt{{Mark}}",
          "Credentials": {
            "AccessKeyId": "ASIA{{Mark}}", "SecretKey": "{{Mark}}secret", "SessionToken": "{{SessionToken}}", "Expiration": 1767229200.0
          }
        }
        """);

    private static readonly Dictionary<string, Step[]> Answers = new()
    {
        ["success"] = [Ok],
        ["refusal that repeats the request"] = [Repeating("NotAuthorizedException", 400)],
        ["unknown error that repeats the request"] = [Repeating("BrandNewException", 418)],
        ["throttling that repeats the request"] = [Repeating("TooManyRequestsException", 400), Ok],
        ["server error that repeats the request"] = [Repeating("InternalErrorException", 500), Ok],
        ["gateway's page"] = [Answer.Body("<html>Bad gateway</html>", 502), Ok],
        ["lost"] = [Answer.Lost, Ok],
        ["not connected"] = [Answer.NotConnected],
        ["response that is not JSON"] = [Answer.Body($$"""{"Token":t{{Mark}}, "IdentityId":t{{Mark}} """)],
        ["response of another kind"] = [Answer.Body($$"""{"Token":["{{Mark}}"],"IdentityId":["{{Mark}}"],"IdentityPools":"{{Mark}}"}""")],
    };

    private readonly FakeLoggerProvider _logs = new();
    private readonly Recording _recording = new();
    private readonly StringBuilder _exceptions = new();

    public static TheoryData<string> AnswerNames => [.. Answers.Keys];

    [Theory]
    [MemberData(nameof(AnswerNames))]
    public async Task No_secret_of_any_operation_comes_out_of_a_call_that_ends_with(string answer)
    {
        foreach (var call in Calls.ByName.Values.Concat(WithLogins))
        {
            using var handler = new ScriptedHandler(Answers[answer]);
            await using var provider = Host(handler);
            await RunAsync(() => call(provider.GetRequiredService<ICognitoIdentityClient>(), default));

            Assert.NotEmpty(handler.Requests);
        }

        AssertNoSecret();
    }

    [Fact]
    public async Task No_secret_comes_out_of_the_credentials_of_a_user_who_is_refreshed_recovered_and_refused()
    {
        using var handler = new ScriptedHandler(
            Ok,
            Ok,
            Answer.Error("ResourceNotFoundException", message: "Identity 'us-east-1:1' not found."),
            Ok,
            Ok,
            Repeating("NotAuthorizedException", 400, "Invalid login token. "));
        await using var provider = Host(handler);
        var failures = new List<CredentialsRefreshFailure>();
        var changes = new List<IdentityChange>();
        var credentials = new CognitoIdentityCredentials(
            new()
            {
                IdentityPoolId = TestClient.PoolId,
                User = CognitoIdentityUser.SignedIn("accounts.google.com", _ => Task.FromResult(LoginToken)).WithKey("user"),
                RefreshFailed = failures.Add,
                IdentityChanged = changes.Add,
            },
            provider.GetRequiredService<ICognitoIdentityClient>(),
            provider.GetRequiredService<ILogger<CognitoIdentityCredentials>>());

        var session = await credentials.GetSessionAsync();
        await credentials.RefreshAsync();
        await RunAsync(() => credentials.RefreshAsync());

        Assert.Equal(SessionToken, session.Credentials.SessionToken);
        Assert.NotEmpty(failures);
        Assert.Contains(handler.Requests, request => request.Text.Contains(LoginToken, StringComparison.Ordinal));
        _exceptions.AppendJoin(
            '\n',
            [.. failures.Select(failure => $"{failure} {failure.UserKey}"), .. changes, session, credentials, credentials.ToString()]);
        foreach (var failure in failures)
        {
            Describe(failure.Exception);
        }

        AssertNoSecret();
    }

    [Fact]
    public void No_value_of_a_secret_in_the_configuration_is_in_the_error_about_it()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SecretKey"] = $"{Mark}secret",
            ["Credentials:SecretKey"] = $"{Mark}secret",
            ["SessionToken"] = SessionToken,
            ["Region"] = "no region",
        }).Build();
        var services = new ServiceCollection();
        services.AddCognitoIdentity(configuration);
        using var provider = services.BuildServiceProvider();

        Describe(Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<ICognitoIdentityClient>()));

        Assert.Contains("no region", _exceptions.ToString());
        AssertNoSecret();
    }

    public void Dispose()
    {
        _recording.Dispose();
        _logs.Dispose();
    }

    private static IEnumerable<Func<ICognitoIdentityClient, CancellationToken, Task>> WithLogins =>
    [
        (client, token) => client.GetIdAsync(new() { IdentityPoolId = TestClient.PoolId, Logins = Logins }, token),
        (client, token) => client.GetOpenIdTokenAsync(new() { IdentityId = "us-east-1:1", Logins = Logins }, token),
        (client, token) => client.GetCredentialsForIdentityAsync(new() { IdentityId = "us-east-1:1", Logins = Logins }, token),
        (client, token) => client.GetOpenIdTokenForDeveloperIdentityAsync(
            new() { IdentityPoolId = TestClient.PoolId, Logins = Logins }, token),
        (client, token) => client.UnlinkIdentityAsync(
            new() { IdentityId = "us-east-1:1", Logins = Logins, LoginsToRemove = ["accounts.google.com"] }, token),
    ];

    // The service was seen to quote the whole token in a ValidationException on Logins.
    private static Step Repeating(string code, int status, string beginning = "") => (request, token) =>
    {
        var text = $"{beginning}Value '{LoginToken}' of '{request["Authorization"]}', '{request["X-Amz-Security-Token"]}'";
        var repeats = request.Text.Contains(LoginToken, StringComparison.Ordinal)
            ? text
            : text.Replace(LoginToken, "", StringComparison.Ordinal);
        var error = new Dictionary<string, string> { ["__type"] = code, ["message"] = repeats };
        return Answer.Body(JsonSerializer.Serialize(error), status)(request, token);
    };

    private ServiceProvider Host(HttpMessageHandler handler)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddCognitoIdentity(options =>
            {
                (options.Region, options.RequestValidation) = ("us-east-1", RequestValidation.None);
                options.TimeProvider = new VirtualTime();
                options.Credentials = new TestCredentials($"AKID{Mark}", $"{Mark}secret", SessionToken);
            })
            .AddDefaultLogger()
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        return services.BuildServiceProvider();
    }

    private async Task RunAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception exception)
        {
            Describe(exception);
        }
    }

    // All that a serializer, a structured log or a crash reporter reads of an exception.
    private void Describe(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            _exceptions.AppendLine(exception.ToString());
            foreach (var property in exception.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                _exceptions.AppendLine($"{property.Name}: {property.GetValue(exception)}");
            }

            _exceptions.AppendJoin('\n', exception.Data.Values.Cast<object?>());
        }
    }

    private void AssertNoSecret()
    {
        var text = $"{_logs.Collector.Text()}\n{_recording.Text}\n{_exceptions}";
        Assert.True(text.Length > 100);
        Assert.DoesNotContain(Mark, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Signature=", text, StringComparison.Ordinal);
    }
}
