using Amazon.Runtime;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>The output of the tool, with a line for each call, has no token, key or signature of the calls.</summary>
public sealed class ToolSecretTests
{
    private const string Mark = "MARKER";
    private const string UnknownIdentity = "us-east-1:11111111-2222-3333-4444-555555555555";

    [UnixFact("Windows has no signals to send.")]
    public async Task Log_of_the_tool_shows_no_secret_of_any_call()
    {
        await using var tool = await ToolProcess.StartAsync("--log", "--fault", "GetOpenIdToken=garbage,count=1");
        using var client = tool.CreateClient(configure: Unchecked);
        using var stranger = tool.CreateClient(
            credentials: new SessionAWSCredentials($"AKIA{Mark}", $"{Mark}secret", $"{Mark}session"), configure: Unchecked);
        var pool = await client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "pool",
            AllowUnauthenticatedIdentities = true,
            DeveloperProviderName = "login.shop",
            SupportedLoginProviders = new Dictionary<string, string> { ["graph.facebook.com"] = "1", ["accounts.google.com"] = "1" },
        });
        await RunAsync(stranger.ListIdentityPoolsAsync(new() { MaxResults = 1 }));
        var all = new[]
        {
            ("graph.facebook.com", $"face{Mark}"), ("accounts.google.com", $"a.{Mark}.c"), ("unknown.example", $"un{Mark}"),
            ("login.shop", $"shop{Mark}"), ("graph.facebook.com", Mark + new string('x', 60_000)), ("cognito-identity.amazonaws.com", Mark),
        };
        foreach (var (provider, token) in all)
        {
            var map = new Dictionary<string, string> { [provider] = token };
            await RunAsync(client.GetIdAsync(new() { IdentityPoolId = pool.IdentityPoolId, Logins = map }));
            await RunAsync(client.GetOpenIdTokenAsync(new() { IdentityId = UnknownIdentity, Logins = map }));
            await RunAsync(client.UnlinkIdentityAsync(
                new() { IdentityId = UnknownIdentity, Logins = map, LoginsToRemove = [provider] }));
        }

        using var http = new HttpClient();
        foreach (var logins in new[] { $"\"{Mark}\"}}", $"{{\"a\":[\"{Mark}\"]}}}}", $"{{\"a\":\"{Mark}\"" })
        {
            var body = $"{{\"Logins\":{logins}";
            using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-amz-json-1.1"));
            content.Headers.Add("X-Amz-Target", "AWSCognitoIdentityService.GetId");
            using var response = await http.PostAsync(tool.Endpoint, content);
        }

        await tool.StopAsync();
        var output = await tool.RestOfOutputAsync();

        Assert.Contains("GetId 200", output);
        Assert.Contains("UnlinkIdentity 400", output);
        Assert.DoesNotContain(Mark, output);
        Assert.DoesNotContain("Signature=", output);
    }

    private static void Unchecked(CognitoIdentityClientOptions options) =>
        (options.RequestValidation, options.MaxAttempts) = (RequestValidation.None, 1);

    private static async Task RunAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (CognitoIdentityException)
        {
            // Other tests check the response; these check the output of the tool.
        }
    }
}
