using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.OtherSdks;

/// <summary>The commands of the guides, run as they are written there, only with addresses of their own.</summary>
public sealed partial class GuideCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("guide-");

    public void Dispose() => _folder.Delete(recursive: true);

    [JavaScriptFact(needsAwsCli: true)]
    public async Task Recipe_with_user_pools_ends_with_credentials_of_the_user_who_signed_in()
    {
        var blocks = Blocks("testing.md");
        Assert.Equal(3, blocks.Length);
        Assert.Equal("npx cognito-local &\n", blocks[0]);
        // The system chooses the ports: one that the test chose could be another program's by the time it is used.
        var seeded = blocks[1].Replace("--port 5050 ", "", StringComparison.Ordinal);
        Assert.NotEqual(blocks[1], seeded);
        var output = await RunAsync(
            $$"""
            tests='{{AppContext.BaseDirectory}}'
            npx() { exec node "$tests/OtherSdks/javascript/cognito-local.mjs" > cognito-local.log; }
            cognito-identity-emulator() { exec dotnet "$tests/CognitoIdentityClient.Emulator.dll" "$@" > emulator.log; }
            listening() { until grep -q "$2" "$1" 2>/dev/null; do kill -0 $! || return; sleep 0.1; done; sed -n "s|.*$2.*|\1|p" "$1"; }
            trap 'kill $(jobs -p); wait' EXIT
            {{blocks[0]}}
            users_port=$(listening cognito-local.log 'listens on port \([0-9]*\)')
            {{seeded.Replace("9229", "${users_port}", StringComparison.Ordinal)}}
            emulator_port=$(listening emulator.log 'Listening on http://[^:]*:\([0-9]*\)/')
            {{blocks[2].Replace("9229", "${users_port}", StringComparison.Ordinal)
                .Replace("5050", "${emulator_port}", StringComparison.Ordinal)}}
            """);

        using var response = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        var token = response.RootElement.GetProperty("Credentials").GetProperty("SessionToken").GetString()!;
        Assert.EndsWith(":role/authenticated", IssuedSession.Read(token).RoleArn, StringComparison.Ordinal);
    }

    [ProgramFact("curl", "bash", "-c", "curl --version")]
    public async Task Commands_of_the_control_api_succeed_one_after_another()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var commands = Assert.Single(Blocks("emulator-console.md"));
        // Nothing arrives here that would be worth the wait.
        var script = commands.Replace("http://127.0.0.1:5050/", emulator.Endpoint.AbsoluteUri, StringComparison.Ordinal)
            .Replace("timeout=10", "timeout=0", StringComparison.Ordinal);
        Assert.NotEqual(commands, script);

        await RunAsync($$"""
            curl() { command curl --fail-with-body --silent --show-error "$@"; }
            {{script}}
            """);

        Assert.Contains("\"Demo\"", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "state.json")), StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(string script)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script]) { WorkingDirectory = _folder.FullName };
        // Settings of the machine must not decide how this test ends.
        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment.Remove("AWS_SESSION_TOKEN");
        start.Environment.Remove("AWS_PROFILE");
        var (exitCode, output, errors) = await ExternalProgram.RunAsync(start, TimeSpan.FromMinutes(4));
        Assert.True(exitCode == 0, $"{output}\n{errors}");
        return output;
    }

    private static string[] Blocks(string guide) =>
        [.. ShellBlock().Matches(Repository.Read($"docs/guides/{guide}")).Select(block => block.Groups["commands"].Value)];

    [GeneratedRegex(@"^```sh\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
