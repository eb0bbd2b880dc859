using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
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
        var blocks = await BlocksAsync("testing.md");
        Assert.Equal(3, blocks.Length);
        var script =
            $$"""
            npx() { exec "$JAVASCRIPT_SDKS/node_modules/.bin/$1" >&2; }
            cognito-identity-emulator() { exec dotnet '{{AppContext.BaseDirectory}}/CognitoIdentityClient.Emulator.dll' "$@" >&2; }
            listening() { until (exec 3<>"/dev/tcp/localhost/$1") 2>/dev/null; do sleep 0.1; done; }
            trap 'kill $(jobs -p); wait' EXIT
            export PORT=9229
            {{blocks[0]}}
            listening 9229
            {{blocks[1]}}
            listening 5050
            {{blocks[2]}}
            """;
        var output = await RunAsync(
            script.Replace("9229", $"{UnusedPort()}", StringComparison.Ordinal)
                .Replace("5050", $"{UnusedPort()}", StringComparison.Ordinal));

        using var response = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        var token = response.RootElement.GetProperty("Credentials").GetProperty("SessionToken").GetString()!;
        Assert.EndsWith(":role/authenticated", IssuedSession.Read(token).RoleArn, StringComparison.Ordinal);
    }

    [ProgramFact("curl", "bash", "-c", "curl --version")]
    public async Task Commands_of_the_control_api_succeed_one_after_another()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var commands = Assert.Single(await BlocksAsync("emulator-console.md"));
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

    // The issuer in cognito-local's tokens has the port with which it is started, so the port cannot be the system's choice (0). The
    // system gives such a port to no other process: https://docs.kernel.org/networking/ip-sysctl.html, ip_local_port_range.
    private static int UnusedPort()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Somebody has this one.
            }
        }
    }

    private static async Task<string[]> BlocksAsync(string guide, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "guides", guide);
        return [.. ShellBlock().Matches(await File.ReadAllTextAsync(path)).Select(block => block.Groups["commands"].Value)];
    }

    [GeneratedRegex(@"^```sh\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
