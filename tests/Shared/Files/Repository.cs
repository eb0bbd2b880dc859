namespace CognitoIdentity.Tests.Support;

/// <summary>The files of the repository that the tests were built from.</summary>
public static class Repository
{
    // Not by the compiler's path of this file: a deterministic build has none of this machine in it.
    /// <summary>The root folder.</summary>
    public static string Root { get; } = FindRoot();

    public static bool Has(string path) => File.Exists(Path.Combine(Root, path));

    public static string PathOf(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The files below a folder that git would track: without the outputs of builds.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CognitoIdentityClient.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository that they test.");
        }

        return folder.FullName;
    }
}
