using System.Diagnostics;
using System.Text.Json;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>samples/scripts/explain-sign-in.cs, run as a user runs it: with a login, files and a trust policy.</summary>
[Collection(ScriptTests.Name)]
public sealed class ExplainSignInScriptTests
{
    private static readonly TimeSpan Build = TimeSpan.FromMinutes(10);

    // A build of its own, of many seconds.
    [ProgramFact("dotnet-sdk-10.0", "dotnet", "--version", IsSlow = true)]
    public async Task Script_explains_a_sign_in_and_shows_no_token()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var poolId = emulator.Seed(new()
        {
            AllowUnauthenticatedIdentities = false,
            UserPools = new Dictionary<string, string> { [Example.UserPool] = Example.ClientId },
        });
        using var client = emulator.CreateClient();
        var roles = await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = poolId });
        var role = roles.Roles[RoleType.Authenticated];
        await client.SetPrincipalTagAttributeMapAsync(
            new() { IdentityPoolId = poolId, IdentityProviderName = Example.UserPool, UseDefaults = true });
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var script = await BuildAsync(folder.FullName);
            Task<Run> RunAsync(string[] arguments, string input = "") => RunScriptAsync(script, emulator, arguments, input);

            string WriteFile(string name, string text)
            {
                var file = Path.Combine(folder.FullName, name);
                File.WriteAllText(file, text);
                return file;
            }

            var good = Token(DateTimeOffset.UtcNow.AddHours(1));
            var expired = Token(DateTimeOffset.UtcNow.AddHours(-1));
            var goodFile = WriteFile("good.txt", good + "\n");
            var policy = WriteFile(
                "a=b.json",
                """
                {"Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},
                "Action":"sts:AssumeRole","Condition":{}}]}
                """);

            // No login: the pool lets no guests in.
            var guest = await RunAsync([poolId]);
            Assert.Equal((0, ""), (guest.ExitCode, guest.Errors));
            Assert.StartsWith($"Sign-in of a guest with identity pool {poolId}\n", guest.Output, StringComparison.Ordinal);
            Assert.Contains("(guests-not-allowed)", guest.Output, StringComparison.Ordinal);

            // The token on the command line.
            var onCommandLine = await RunAsync([poolId, "--login", $"{Example.UserPool}={expired}"]);
            Assert.Contains("(token-expired)", onCommandLine.Output, StringComparison.Ordinal);

            // The token in a file, and on the standard input.
            var inFile = await RunAsync([poolId, "--login", $"{Example.UserPool}=@{goodFile}"]);
            Assert.Contains($"enhanced flow: credentials with {role}.", inFile.Output, StringComparison.Ordinal);
            Assert.Contains("username from the claim sub: 6 characters\n", inFile.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("user-1", inFile.Output, StringComparison.Ordinal);
            var onInput = await RunAsync([poolId, "--login", $"https://{Example.UserPool}=@-"], good);
            Assert.Contains("(key-https)", onInput.Output, StringComparison.Ordinal);

            // The values of principal tags, on request.
            var withValues = await RunAsync([poolId, "--login", $"{Example.UserPool}=@{goodFile}", "--show-claims"]);
            Assert.Contains("username from the claim sub: \"user-1\"\n", withValues.Output, StringComparison.Ordinal);

            // The trust policy of the role, and the forms of the report.
            string[] judged = [poolId, "--login", $"{Example.UserPool}=@{goodFile}", "--trust-policy", $"{role}=@{policy}"];
            var json = await RunAsync([.. judged, "--format", "json"]);
            var findings = JsonDocument.Parse(json.Output).RootElement.GetProperty("Findings");
            Assert.Equal("trust-action", findings[0].GetProperty("Code").GetString());
            var markdown = await RunAsync([.. judged, "--format", "markdown"]);
            Assert.StartsWith("# Sign-in of a signed-in user", markdown.Output, StringComparison.Ordinal);

            // A message from a log, without a login that could tell more.
            string[] error = ["--operation", "AssumeRoleWithWebIdentity", "--error", "AccessDenied"];
            Assert.Contains(
                "(trust-amr)", (await RunAsync([poolId, .. error])).Output, StringComparison.Ordinal);

            // Mistakes of the user are reported without text that may be a token.
            var noKey = await RunAsync([poolId, "--login", good]);
            Assert.Equal(
                (1, "--login takes PROVIDER=TOKEN, PROVIDER=@FILE or PROVIDER=@-.\n"),
                (noKey.ExitCode, noKey.Errors.ReplaceLineEndings("\n")));
            var noFile = await RunAsync([poolId, "--trust-policy", $"{role}=@{folder.FullName}/missing"]);
            Assert.Equal(1, noFile.ExitCode);
            Assert.Contains("--trust-policy takes ROLE_ARN=@FILE. The file cannot be read", noFile.Errors, StringComparison.Ordinal);

            Assert.All(
                (Run[])[guest, onCommandLine, inFile, withValues, onInput, json, markdown, noKey, noFile],
                run => Assert.All((string[])[good, expired], token => Assert.DoesNotContain(token, run.Output + run.Errors)));
            Assert.Empty((await client.ListIdentitiesAsync(new() { IdentityPoolId = poolId, MaxResults = 60 })).Identities);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> BuildAsync(string folder)
    {
        var output = Path.Combine(folder, "built");
        var start = new ProcessStartInfo(
            "dotnet", ["build", SampleScript.PathOf("explain-sign-in"), "--output", output]);
        SampleScript.PrepareBuild(start);
        var (exitCode, text, errors) = await ExternalProgram.RunAsync(start, Build);
        Assert.True(exitCode == 0, text + errors);
        return Path.Combine(output, "explain-sign-in.dll");
    }

    private static async Task<Run> RunScriptAsync(string script, CognitoIdentityEmulator emulator, string[] arguments, string input)
    {
        var start = new ProcessStartInfo("dotnet", [script, .. arguments]) { RedirectStandardInput = true };
        var credentials = emulator.Credentials.GetCredentials();
        start.Environment["AWS_ENDPOINT_URL_COGNITO_IDENTITY"] = emulator.Endpoint.ToString();
        start.Environment["AWS_ACCESS_KEY_ID"] = credentials.AccessKey;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = credentials.SecretKey;
        var (exitCode, output, errors) = await ExternalProgram.RunAsync(start, input: input);
        return new(exitCode, output.ReplaceLineEndings("\n"), errors);
    }

    private static string Token(DateTimeOffset expiration) => Jwt.Unsigned(
        $$"""{"iss":"https://{{Example.UserPool}}","aud":"{{Example.ClientId}}","token_use":"id","sub":"user-1","""
        + $$""" "exp":{{expiration.ToUnixTimeSeconds()}}}""");

    private sealed record Run(int ExitCode, string Output, string Errors);
}
