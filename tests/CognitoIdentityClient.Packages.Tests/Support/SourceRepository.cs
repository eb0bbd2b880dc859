using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests.Support;

/// <summary>Copies of what the packages are made of, each a Git repository of its own.</summary>
internal static class SourceRepository
{
    // The files that packing needs; the tests, samples and guides would only take time.
    private static readonly string[] PackedPaths =
        ["src", "CHANGELOG.md", "Directory.Build.props", "Directory.Packages.props", "LICENSE", "global.json", "nuget.config"];

    /// <summary>
    /// Copies the sources of the packages as they are now, committed or not, into a new Git repository. Packing there leaves the build
    /// output of this repository alone, which other tests use at the same time.
    /// </summary>
    public static async Task CopyAsync(string folder)
    {
        var files = await GitAsync(Repository.Root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", .. PackedPaths]);
        foreach (var file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var source = Path.Combine(Repository.Root, file);
            if (File.Exists(source))
            {
                var copy = Path.Combine(folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(source, copy);
            }
        }

        await GitAsync(folder, "init", "--quiet");
        await GitAsync(folder, "add", "--all");
        await GitAsync(folder, "config", "user.name", "Test");
        await GitAsync(folder, "config", "user.email", "test@example.com");
        await GitAsync(folder, "commit", "--quiet", "--message", "Copy the sources");
    }

    /// <summary>Runs Git in a folder.</summary>
    /// <returns>Git's output.</returns>
    public static async Task<string> GitAsync(string folder, params string[] arguments)
    {
        var (exitCode, output, errors) = await ExternalProgram.RunAsync(new("git", arguments) { WorkingDirectory = folder });
        Assert.True(exitCode == 0, $"git {string.Join(' ', arguments)}: {errors}");
        return output;
    }
}
