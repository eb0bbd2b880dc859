using CognitoIdentity.Packages.Tests.Support;
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
        Assert.Equal(0, await RunningTool.ServeAsync(packages.Workspace, command));
    }
}
