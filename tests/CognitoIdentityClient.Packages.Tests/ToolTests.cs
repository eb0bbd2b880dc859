using System.Diagnostics;
using Amazon.Runtime;
using CognitoIdentity.Packages.Tests.Support;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests;

/// <summary>The emulator as an installed tool.</summary>
[Collection(PackageTests.Name)]
public sealed class ToolTests(PackedPackages packages)
{
    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Tool_serves_a_client_when_it_is_installed()
    {
        (await packages.OpenAsync(PackedPackages.Tool)).Dispose();
        var folder = Path.Combine(packages.Folder, "tools");
        var command = Path.Combine(folder, "cognito-identity-emulator");
        await DotNet.RunAsync(
            packages.Workspace, "tool", "install", PackedPackages.Tool, "--tool-path", folder, "--version", packages.Version);

        var version = await DotNet.RunProgramAsync(packages.Workspace, command, "--version");
        Assert.StartsWith(packages.Version, version, StringComparison.Ordinal);
        Assert.Equal(0, await ServeAsync(command));
    }

    private async Task<int> ServeAsync(string command)
    {
        // A program inherits the signals that its parents ignore: how the tests are started must not decide whether the tool stops.
        var start = DotNet.Start(packages.Workspace, "env", "--default-signal=TERM", command);
        start.RedirectStandardOutput = true;
        using var tool = Process.Start(start)!;
        try
        {
            var line = await tool.StandardOutput.ReadLineAsync().WithinSafetyLimit();
            var rest = tool.StandardOutput.ReadToEndAsync();
            var key = EmulatorAccessKey.Example;
            using var client = new CognitoIdentityClient(new()
            {
                Region = "us-east-1",
                Endpoint = new(Assert.IsType<string>(line).Split(' ')[2]),
                Credentials = new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey),
            });
            var pool = await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "tool", AllowUnauthenticatedIdentities = true });
            var guest = await client.GetIdAsync(new() { IdentityPoolId = pool.IdentityPoolId });
            Assert.StartsWith("us-east-1:", guest.IdentityId, StringComparison.Ordinal);

            await ExternalProgram.RunAsync(new("kill", ["-s", "TERM", $"{tool.Id}"]));
            await rest.WithinSafetyLimit();
            await tool.WaitForExitAsync().WithinSafetyLimit();
            return tool.ExitCode;
        }
        finally
        {
            if (!tool.HasExited)
            {
                tool.Kill(entireProcessTree: true);
            }
        }
    }
}
