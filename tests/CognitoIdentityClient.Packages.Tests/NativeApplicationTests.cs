using CognitoIdentity.Packages.Tests.Support;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests;

/// <summary>
/// Fresh applications that are compiled ahead of time; warnings of trimming and of the compiler are errors. On .NET 8 it is the client and
/// the emulator, with the quickstart's story; on .NET 10 the client and the stores.
/// </summary>
[Collection(PackageTests.Name)]
public sealed class NativeApplicationTests(PackedPackages packages)
{
    // The needs of the native compiler's linker: https://learn.microsoft.com/dotnet/core/deploying/native-aot/#prerequisites
    private const string HasCompiler = "git rev-parse --git-dir && (command -v clang || command -v gcc) && test -e /usr/include/zlib.h";

    // Neither decides whether the program is correct, and together they take a third of the compiler's time.
    private static readonly string[] Quickly = ["--configuration", "Debug", "-p:NativeDebugSymbols=false"];

    [ProgramFact("clang and zlib1g-dev", "sh", "-c", HasCompiler, IsSlow = true)]
    public async Task Native_emulator_runs_on_net80()
    {
        var folder = await packages.AddProjectAsync("NativeEmulator");
        foreach (var file in (string[])["Story.cs", "Roles.cs"])
        {
            File.Copy(Path.Combine(Repository.Root, "samples", "Quickstart", file), Path.Combine(folder, file));
        }

        var output = await PublishAndRunAsync("NativeEmulator");

        Assert.EndsWith("Anonymous, signed, refused, 1 violation, purged, restored", output.Trim(), StringComparison.Ordinal);
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
