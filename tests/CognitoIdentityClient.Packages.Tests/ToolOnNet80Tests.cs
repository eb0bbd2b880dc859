using System.Text.Json;
using CognitoIdentity.Packages.Tests.Support;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests;

/// <summary>The emulator's net8.0 build on the runtime of .NET 8, which is published with it: it need not be installed.</summary>
[Collection(PackageTests.Name)]
public sealed class ToolOnNet80Tests(PackedPackages packages)
{
    private const string IsLinux = "test \"$(uname -sm)\" = 'Linux x86_64' && git rev-parse --git-dir";

    [ProgramFact("git, on Linux for x64,", "sh", "-c", IsLinux, IsSlow = true)]
    public async Task Tool_serves_a_client_on_the_runtime_of_net80()
    {
        (await packages.OpenAsync(PackedPackages.Tool)).Dispose();
        var output = Path.Combine(packages.Folder, "net80");
        await DotNet.RunAsync(
            packages.Sources,
            [
                "publish", "src/CognitoIdentityClient.Emulator", "--framework", "net8.0", "--runtime", "linux-x64", "--self-contained",
                .. packages.PackOptions, "--output", output,
            ]);

        var settings = await File.ReadAllTextAsync(Path.Combine(output, "CognitoIdentityClient.Emulator.runtimeconfig.json"));
        using var json = JsonDocument.Parse(settings);
        Assert.All(
            json.RootElement.GetProperty("runtimeOptions").GetProperty("includedFrameworks").EnumerateArray(),
            framework => Assert.StartsWith("8.0.", framework.GetProperty("version").GetString(), StringComparison.Ordinal));

        Assert.Equal(0, await RunningTool.ServeAsync(packages.Workspace, Path.Combine(output, "CognitoIdentityClient.Emulator")));
    }
}
