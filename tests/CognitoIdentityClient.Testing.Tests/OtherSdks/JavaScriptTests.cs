using System.Text.Json;
using CognitoIdentity.Testing.Tests.Emulator;

namespace CognitoIdentity.Testing.Tests.OtherSdks;

/// <summary>Clients in JavaScript against the tool, bundled as an application bundles them, without a proxy in between.</summary>
public class JavaScriptTests
{
    private const string PoolId = "us-east-1:00000000-0000-4000-8000-000000000001";
    private const string Seed =
        $$$"""{"pools":[{"id":"{{{PoolId}}}","userPools":{"cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789":"client"}}]}""";

    [JavaScriptFact]
    public Task Aws_sdk_in_node_completes_the_story() => RunAsync("sdk", "node");

    [JavaScriptFact(needsChromium: true)]
    public Task Aws_sdk_in_chromium_completes_the_story() => RunAsync("sdk", "chromium");

    [JavaScriptFact]
    public Task Former_aws_sdk_in_node_gets_credentials_by_both_flows() => RunAsync("sdk-v2", "node");

    [JavaScriptFact(needsChromium: true)]
    public Task Former_aws_sdk_in_chromium_gets_credentials_by_both_flows() => RunAsync("sdk-v2", "chromium");

    [JavaScriptFact]
    public Task Amplify_in_node_fetches_sessions_of_a_guest_and_a_user() => RunAsync("amplify", "node");

    [JavaScriptFact(needsChromium: true)]
    public Task Amplify_in_chromium_fetches_sessions_of_a_guest_and_a_user() => RunAsync("amplify", "chromium");

    [JavaScriptFact]
    public async Task User_of_cognito_local_gets_credentials_by_a_verified_token()
    {
        await using var users = StoryProcess.Start("user-pool.mjs");
        // Its own log comes first.
        string line;
        do
        {
            line = await users.ReadLineAsync();
        }
        while (!line.StartsWith('{'));
        var pool = JsonSerializer.Deserialize<Dictionary<string, string>>(line)!;
        var seed = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                seed, $$$"""{"pools":[{"id":"{{{PoolId}}}","userPools":{"{{{pool["provider"]}}}":"{{{pool["client"]}}}"}}]}""");
            await using var tool = await ToolProcess.StartAsync(
                "--seed", seed, "--reject-unsigned-tokens",
                "--issuer", $"{pool["provider"]}={pool["issuer"]}", "--jwks", $"{pool["provider"]}={pool["keys"]}");
            using var client = new CognitoIdentityClient(new() { Region = "us-east-1", Endpoint = tool.Endpoint });
            var logins = new Dictionary<string, string> { [pool["provider"]] = pool["idToken"] };
            var user = await client.GetIdAsync(new() { IdentityPoolId = PoolId, Logins = logins });
            var session = await client.GetCredentialsForIdentityAsync(new() { IdentityId = user.IdentityId, Logins = logins });
            Assert.EndsWith(":role/authenticated", IssuedSession.Read(session.Credentials.SessionToken).RoleArn, StringComparison.Ordinal);

            // The signature's first character: the last one has bits that mean nothing.
            var dot = pool["idToken"].LastIndexOf('.');
            var forged = pool["idToken"][..(dot + 1)] + (pool["idToken"][dot + 1] == 'A' ? 'B' : 'A') + pool["idToken"][(dot + 2)..];
            var refused = await Assert.ThrowsAsync<NotAuthorizedException>(
                () => client.GetIdAsync(
                    new() { IdentityPoolId = PoolId, Logins = new Dictionary<string, string> { [pool["provider"]] = forged } }));
            Assert.StartsWith("Invalid login token. Couldn't verify signed token.", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(seed);
        }
    }

    private static async Task RunAsync(string story, string place)
    {
        var seed = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(seed, Seed);
            await using var tool = await ToolProcess.StartAsync("--seed", seed);
            var settings =
                $$"""
                {"endpoint":"{{tool.Endpoint}}","role":"arn:aws:iam::123456789012:role/guest","identityPoolId":"{{PoolId}}","userPoolId":"us-east-1_123456789","userPoolClientId":"client"}
                """;
            Assert.EndsWith("done", await StoryProcess.RunAsync("run.mjs", story, place, settings), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(seed);
        }
    }
}
