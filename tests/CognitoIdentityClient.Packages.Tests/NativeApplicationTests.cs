using CognitoIdentity.Packages.Tests.Support;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests;

/// <summary>A fresh application, compiled ahead of time with the client and the emulator; warnings of trimming are errors.</summary>
[Collection(PackageTests.Name)]
public sealed class NativeApplicationTests(PackedPackages packages)
{
    // What the native compiler's linker needs: https://learn.microsoft.com/dotnet/core/deploying/native-aot/#prerequisites
    private const string HasCompiler = "git rev-parse --git-dir && (command -v clang || command -v gcc) && test -e /usr/include/zlib.h";

    [ProgramFact("clang and zlib1g-dev", "sh", "-c", HasCompiler, IsSlow = true)]
    public Task Native_application_runs_on_net80() => PublishAndRunAsync("net8.0");

    [ProgramFact("clang and zlib1g-dev", "sh", "-c", HasCompiler, IsSlow = true)]
    public Task Native_application_runs_on_net100() => PublishAndRunAsync("net10.0");

    private async Task PublishAndRunAsync(string framework)
    {
        var folder = await packages.AddProjectAsync("Native");
        await DotNet.RunAsync(folder, "publish", "--framework", framework, "--output", $"published/{framework}");

        var output = await DotNet.RunProgramAsync(folder, Path.Combine(folder, "published", framework, "Native"));

        Assert.Equal("Anonymous, signed, refused, restored", output.Trim());
    }
}
