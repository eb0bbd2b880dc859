using CognitoIdentity.Packages.Tests.Support;
using CognitoIdentity.Testing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests;

/// <summary>Fresh applications that install the packages; warnings are errors in all of them.</summary>
[Collection(PackageTests.Name)]
public sealed class ApplicationTests(PackedPackages packages)
{
    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Console_application_runs_with_the_lowest_dependencies()
    {
        var folder = await RunAsync("Console", "net8.0", "net10.0");

        await AssertRestoredAsync(
            folder,
            "AWSSDK.Core/4.0.102",
            "Polly.Core/8.5.2",
            "Microsoft.Extensions.Http/8.0.0",
            "Microsoft.Extensions.Http/10.0.0",
            "Microsoft.Extensions.Logging.Abstractions/8.0.1");
    }

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Console_application_runs_with_the_newest_dependencies()
    {
        var folder = await RunAsync("ConsoleNewest", "net8.0", "net10.0");

        await AssertRestoredAsync(folder, "AWSSDK.Core/4.1.0", "Polly.Core/8.9.1", "Microsoft.Extensions.Http/10.0.15");
    }

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public Task Farm_shares_an_identity_and_its_session() => RunAsync("Farm", "net8.0", "net10.0");

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public Task Worker_runs_with_the_package() => RunAsync("Worker", "net10.0");

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public Task FSharp_application_runs() => RunAsync("FSharp", "net10.0");

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Web_application_is_tested_with_the_emulator()
    {
        var folder = await packages.GetBuiltProjectAsync("Web/App.Tests");

        var output = await DotNet.RunAsync(folder, "test", "--no-build", "--configuration", PackedPackages.Configuration);

        Assert.Matches(@"Passed:\s+1,", output);
    }

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task File_based_application_runs_without_properties()
    {
        var folder = await packages.AddProjectAsync("FileBased");
        var run = DotNet.Start(folder, "dotnet", "run", "app.cs");
        // The command line keeps what it builds of such a file in a folder of the user's.
        run.Environment["XDG_DATA_HOME"] = packages.Folder;

        Assert.StartsWith("us-east-1:", await DotNet.RunAsync(run), StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(string name, params string[] frameworks)
    {
        var folder = await packages.GetBuiltProjectAsync(name);
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var poolId = emulator.Seed(new() { Name = name });

        foreach (var framework in frameworks)
        {
            var program = $"bin/{PackedPackages.Configuration}/{framework}/{name}.dll";
            var output = await DotNet.RunAsync(folder, program, emulator.Endpoint.AbsoluteUri, poolId);
            Assert.Contains("Identity us-east-1:", output, StringComparison.Ordinal);
        }

        return folder;
    }

    // A library in the list of targets is one that the application runs with.
    private static async Task AssertRestoredAsync(string folder, params string[] libraries)
    {
        var assets = await File.ReadAllTextAsync(Path.Combine(folder, "obj", "project.assets.json"));
        Assert.All(libraries, library => Assert.Contains($"\"{library}\"", assets, StringComparison.Ordinal));
    }
}
