using CognitoIdentity.Packages.Tests.Support;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests;

/// <summary>
/// Fresh applications that are compiled ahead of time; warnings of trimming and of the compiler are errors. The client and the emulator on
/// .NET 10 are in the program that the gate compiles from source, so here .NET 10 is for the client and the stores, and .NET 8 for both.
/// </summary>
[Collection(PackageTests.Name)]
public sealed class NativeApplicationTests(PackedPackages packages)
{
    // What the native compiler's linker needs: https://learn.microsoft.com/dotnet/core/deploying/native-aot/#prerequisites
    private const string HasCompiler = "git rev-parse --git-dir && (command -v clang || command -v gcc) && test -e /usr/include/zlib.h";

    // Neither decides whether the program is correct, and together they take a third of the compiler's time.
    private static readonly string[] Quickly = ["--configuration", "Debug", "-p:NativeDebugSymbols=false"];

    [ProgramFact("clang and zlib1g-dev", "sh", "-c", HasCompiler, IsSlow = true)]
    public async Task Native_emulator_runs_on_net80()
    {
        var output = await PublishAndRunAsync("NativeEmulator");

        Assert.Equal("Anonymous, signed, refused, restored", output.Trim());
    }

    [ProgramFact("clang and zlib1g-dev", "sh", "-c", HasCompiler, IsSlow = true)]
    public async Task Native_client_runs_on_net100()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var poolId = emulator.Seed(new() { Name = "native" });

        var output = await PublishAndRunAsync("NativeClient", emulator.Endpoint.AbsoluteUri, poolId);

        Assert.Equal("Anonymous, signed, refused", output.Trim());
    }

    private async Task<string> PublishAndRunAsync(string name, params string[] arguments)
    {
        var folder = await packages.AddProjectAsync(name);
        await DotNet.RunAsync(folder, ["publish", .. Quickly, "--output", "published"]);

        return await DotNet.RunProgramAsync(folder, Path.Combine(folder, "published", name), arguments);
    }
}
