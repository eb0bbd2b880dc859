using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Tests.DependencyInjection;

/// <summary>
/// IHttpClientFactory logs every request if it is asked to, and at Trace the headers too. Those of this client are never logged.
/// </summary>
public sealed class LoggingTests
{
    private const string Marker = "MARKER";

    [Fact]
    public async Task Log_at_Trace_has_the_requests_and_none_of_their_secrets()
    {
        using var primary = new ScriptedHandler(
            CannedResponse.Body($$"""{"IdentityId":"us-east-1:1","Token":"jwt{{Marker}}"}"""),
            CannedResponse.Error("NotAuthorizedException", 400, $"No {Marker}"));
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging());
        services.AddCognitoIdentity(options =>
            (options.Region, options.Credentials) = ("us-east-1", new TestCredentials("AKIDEXAMPLE", $"secret{Marker}", $"token{Marker}")))
            .AddDefaultLogger()
            .ConfigurePrimaryHttpMessageHandler(() => primary);
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ICognitoIdentityClient>();
        var request = new GetOpenIdTokenForDeveloperIdentityRequest
        {
            IdentityPoolId = TestClient.PoolId,
            Logins = new Dictionary<string, string> { ["login.example"] = $"user{Marker}" },
        };

        await client.GetOpenIdTokenForDeveloperIdentityAsync(request);
        await TestClient.FailureAsync<NotAuthorizedException>(client.GetOpenIdTokenForDeveloperIdentityAsync(request));

        var text = provider.GetFakeLogCollector().Text();
        Assert.Contains("https://cognito-identity.us-east-1.amazonaws.com/", text);
        Assert.DoesNotContain("X-Amz-Target", text);
        Assert.DoesNotContain(Marker, text);
        Assert.All(primary.Requests, sent => Assert.DoesNotContain(SignatureOf(sent), text));
        Assert.DoesNotContain("AKIDEXAMPLE", text);
    }

    private static string SignatureOf(RecordedRequest request) => request["Authorization"]!.Split("Signature=")[1];
}
