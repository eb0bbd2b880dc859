using System.Xml.Linq;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests.Support;

/// <summary>
/// The packages, packed once for all tests from a copy of the sources, and a workspace for projects that install them. Nothing is packed
/// before the first test asks: where all tests are skipped, nothing happens.
/// </summary>
public sealed class PackedPackages : IDisposable
{
    private const string Projects = "tests/CognitoIdentityClient.Packages.Tests/Projects";

    // Built by one command: a command for each would restore, and start the compilers, as often.
    private static readonly string[] BuiltTogether =
        ["Console/Console.csproj", "ConsoleNewest/ConsoleNewest.csproj", "Farm/Farm.csproj", "FSharp/FSharp.fsproj",
         "Web/App/App.csproj", "Web/App.Tests/App.Tests.csproj", "Worker/Worker.csproj"];

    private readonly Lazy<Task> _packed;
    private readonly Lazy<Task> _built;
    private DirectoryInfo? _folder;

    public PackedPackages()
    {
        _packed = new(PackAsync);
        _built = new(BuildAsync);
    }

    /// <summary>The configuration of the projects that are built together.</summary>
    public static string Configuration => "Release";

    /// <summary>The ids of the packages.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Libraries, Tool];

    /// <summary>The ids of the packages that projects reference.</summary>
    public static IReadOnlyList<string> Libraries =>
        ["CognitoIdentityClient", "CognitoIdentityClient.DistributedCache", "CognitoIdentityClient.Testing"];

    /// <summary>The id of the tool's package.</summary>
    public static string Tool => "CognitoIdentityClient.Emulator";

    /// <summary>A version that no other run has: the machine's package cache never has an older package of it.</summary>
    public string Version { get; } = $"0.1.0-test.r{Guid.NewGuid():N}";

    /// <summary>The options with which packages are packed. The gate analyzes the same sources when it builds them.</summary>
    public IReadOnlyList<string> PackOptions =>
        ["--configuration", "Release", $"-p:Version={Version}", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false"];

    /// <summary>The folder of everything that the tests write.</summary>
    public string Folder => (_folder ??= Directory.CreateTempSubdirectory("cognito-identity-packages")).FullName;

    /// <summary>The copy of the sources, a Git repository whose remote is a folder.</summary>
    public string Sources => Path.Combine(Folder, "sources");

    /// <summary>The feed: a folder of packages.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>The folder of the projects, whose configuration adds the feed to the machine's.</summary>
    public string Workspace => Path.Combine(Folder, "workspace");

    /// <summary>Packs the packages unless an earlier test did, and opens one.</summary>
    public async Task<Package> OpenAsync(string id, string extension = "nupkg")
    {
        await _packed.Value;
        return new(Path.Combine(Feed, $"{id}.{Version}.{extension}"));
    }

    /// <summary>Builds the projects, all but those that a test publishes or runs from source, unless an earlier test did.</summary>
    /// <returns>The folder of one.</returns>
    public async Task<string> GetBuiltProjectAsync(string name)
    {
        await _built.Value;
        return Path.Combine(Workspace, name);
    }

    /// <summary>
    /// Copies one of the projects that are data of the tests into the workspace, with the packages' version in place of VERSION.
    /// </summary>
    /// <returns>The folder of the copy.</returns>
    public async Task<string> AddProjectAsync(string name)
    {
        await _packed.Value;
        var source = Path.Combine(Repository.Root, Projects, name);
        var copy = Path.Combine(Workspace, name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(copy, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(file)).Replace("VERSION", Version, StringComparison.Ordinal));
        }

        return copy;
    }

    public void Dispose()
    {
        if (_folder is null)
        {
            return;
        }

        _folder.Delete(recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } path
            ? path
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var id in Ids)
        {
            var installed = Path.Combine(cache, id.ToLowerInvariant(), Version);
            if (Directory.Exists(installed))
            {
                Directory.Delete(installed, recursive: true);
            }
        }
    }

    private async Task BuildAsync()
    {
        foreach (var name in BuiltTogether.Select(path => path.Split('/')[0]).Distinct())
        {
            await AddProjectAsync(name);
        }

        await WriteAsync(Workspace, "Projects.slnx", Solution(BuiltTogether));
        await DotNet.RunAsync(Workspace, "build", "Projects.slnx", "--configuration", Configuration);
    }

    private async Task PackAsync()
    {
        await SourceRepository.CopyAsync(Directory.CreateDirectory(Sources).FullName);
        await SourceRepository.GitAsync(Sources, "remote", "add", "origin", Repository.Root);
        await WriteAsync(Sources, "Packages.slnx", Solution(Ids.Select(id => $"src/{id}/{id}.csproj")));
        await DotNet.RunAsync(Sources, ["pack", "Packages.slnx", .. PackOptions, "--output", Feed]);

        Directory.CreateDirectory(Workspace);
        await WriteAsync(Workspace, "nuget.config", new("configuration", new XElement("packageSources",
            new XElement("add", new XAttribute("key", "packed"), new XAttribute("value", Feed)))));
        // Nothing above the workspace changes its projects. Advisories against other packages change by the day, and decide no test.
        await WriteAsync(Workspace, "Directory.Build.props", new("Project", new XElement("PropertyGroup",
            new XElement("TreatWarningsAsErrors", true), new XElement("NuGetAudit", false))));
        await WriteAsync(Workspace, "Directory.Build.targets", new("Project"));
        await WriteAsync(Workspace, "Directory.Packages.props", new("Project"));
    }

    private static XElement Solution(IEnumerable<string> projects) =>
        new("Solution", projects.Select(path => new XElement("Project", new XAttribute("Path", path))));

    private static Task WriteAsync(string folder, string name, XElement content) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), content.ToString());
}
