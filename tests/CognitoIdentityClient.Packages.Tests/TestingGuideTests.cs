using System.Text.RegularExpressions;
using CognitoIdentity.Packages.Tests.Support;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests;

/// <summary>
/// The first example of the guide on testing, as a reader follows it: the command, then the code in a file of the new project.
/// </summary>
[Collection(PackageTests.Name)]
public sealed partial class TestingGuideTests(PackedPackages packages)
{
    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task First_example_passes_when_it_is_pasted_into_a_new_project()
    {
        (await packages.OpenAsync("CognitoIdentityClient.Testing")).Dispose();
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "guides", "testing.md"));
        var (command, code) = (CommandBlock().Match(guide).Groups["text"].Value, CodeBlock().Match(guide).Groups["text"].Value);
        Assert.StartsWith("dotnet new xunit -o ", command, StringComparison.Ordinal);
        // The packages of the test have a version of their own, and only the feed of the workspace has them.
        command = command.Trim().Replace(
            "add package CognitoIdentityClient.Testing",
            $"add package CognitoIdentityClient.Testing --version {packages.Version}",
            StringComparison.Ordinal);
        Assert.Contains(packages.Version, command, StringComparison.Ordinal);
        var folder = Path.Combine(packages.Workspace, command.Split(' ')[4]);

        await DotNet.RunProgramAsync(packages.Workspace, "sh", "-c", command);
        await File.WriteAllTextAsync(Path.Combine(folder, "UnitTest1.cs"), code);
        var output = await DotNet.RunAsync(folder, "test");

        Assert.Matches(@"Passed:\s+1,", output);
    }

    [GeneratedRegex(@"^```\n(?<text>dotnet new .*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CommandBlock();

    [GeneratedRegex(@"^```csharp\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
