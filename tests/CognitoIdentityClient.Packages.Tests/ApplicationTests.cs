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
        var folder = await BuildAndRunAsync("Console", "net8.0", "net10.0");

        await AssertRestoredAsync(folder, "AWSSDK.Core/4.0.102", "Polly.Core/8.5.2", "Microsoft.Extensions.Http/8.0.0",
            "Microsoft.Extensions.Http/10.0.0", "Microsoft.Extensions.Logging.Abstractions/8.0.1");
    }

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Console_application_runs_with_the_newest_dependencies()
    {
        await packages.AddProjectAsync("Console");
        var folder = await BuildAndRunAsync("ConsoleNewest", "net8.0", "net10.0");

        await AssertRestoredAsync(folder, "AWSSDK.Core/4.1.0", "Polly.Core/8.9.1", "Microsoft.Extensions.Http/10.0.15");
    }

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Worker_runs() => await BuildAndRunAsync("Worker", "net10.0");

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task FSharp_application_runs() => await BuildAndRunAsync("FSharp", "net10.0");

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Web_application_is_tested_with_the_emulator()
    {
        var folder = await packages.AddProjectAsync("Web");

        var output = await DotNet.RunAsync(folder, "test", "App.Tests");

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

    private async Task<string> BuildAndRunAsync(string name, params string[] frameworks)
    {
        var folder = await packages.AddProjectAsync(name);
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var poolId = emulator.Seed(new() { Name = name });
        await DotNet.RunAsync(folder, "build", "--configuration", "Release");

        foreach (var framework in frameworks)
        {
            var output = await DotNet.RunAsync(folder, $"bin/Release/{framework}/{name}.dll", emulator.Endpoint.AbsoluteUri, poolId);
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
