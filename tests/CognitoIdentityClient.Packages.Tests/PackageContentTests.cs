using System.Text;
using CognitoIdentity.Packages.Tests.Support;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Packages.Tests;

/// <summary>The contents of the packages, and the part of them that a package page shows.</summary>
[Collection(PackageTests.Name)]
public sealed class PackageContentTests(PackedPackages packages)
{
    private static readonly string[] Frameworks = ["net8.0", "net10.0"];

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Packages_have_all_that_a_package_page_shows()
    {
        var descriptions = new HashSet<string>();
        foreach (var id in PackedPackages.Ids)
        {
            using var package = await packages.OpenAsync(id);

            Assert.Equal((id, packages.Version), (package["id"], package["version"]));
            Assert.Equal("MIT", package["license"]);
            Assert.Equal("expression", package.Find("license")!.Attribute("type")!.Value);
            Assert.StartsWith("## [", package["releaseNotes"], StringComparison.Ordinal);
            // More is refused by nuget.org: https://learn.microsoft.com/nuget/reference/nuspec#releasenotes
            Assert.InRange(package["releaseNotes"].Length, 100, 35_000);
            Assert.Contains("cognito", package["tags"], StringComparison.Ordinal);
            Assert.NotEmpty(package["authors"]);
            Assert.NotEmpty(package["copyright"]);
            Assert.True(descriptions.Add(package["description"]), $"{id} has the description of another package.");

            var readme = await File.ReadAllTextAsync(Path.Combine(packages.Sources, "src", id, "README.md"));
            Assert.Equal(readme, package.ReadText(package["readme"]));
            Assert.Equal([0x89, .. "PNG"u8], package.Read(package["icon"]).Take(4));
        }
    }

    // A package page shows the README apart from the repository: only whole addresses lead anywhere.
    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Packages_have_a_readme_without_links_into_the_repository()
    {
        foreach (var id in PackedPackages.Ids)
        {
            using var package = await packages.OpenAsync(id);

            Assert.DoesNotMatch(@"\]\((?!https?://|#)", package.ReadText("README.md"));
        }
    }

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Libraries_are_an_assembly_with_documentation_and_symbols_for_each_framework()
    {
        foreach (var id in PackedPackages.Libraries)
        {
            using var package = await packages.OpenAsync(id);
            using var symbols = await packages.OpenAsync(id, "snupkg");

            var files = Frameworks.SelectMany(framework => (string[])[$"lib/{framework}/{id}.dll", $"lib/{framework}/{id}.xml"]);
            Assert.Equal(files.Order(), package.Paths.Where(path => path.StartsWith("lib/", StringComparison.Ordinal)).Order());
            Assert.Equal(id == "CognitoIdentityClient.Testing", package.Paths.Contains("seed.schema.json"));
            foreach (var framework in Frameworks)
            {
                Assert.NotEmpty(Symbols.Documents(symbols.Read($"lib/{framework}/{id}.pdb")));
            }
        }
    }

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Libraries_ask_for_the_lowest_dependencies_that_they_work_with()
    {
        foreach (var id in PackedPackages.Libraries)
        {
            using var package = await packages.OpenAsync(id);

            var groups = package.Find("dependencies")!.Elements().Select(group => group.Attribute("targetFramework")!.Value);
            Assert.Equal(Frameworks.Order(), groups.Order());
            Assert.All(package.Dependencies(), dependency =>
            {
                var (framework, name, version) = dependency;
                if (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
                {
                    Assert.Matches(framework == "net8.0" ? @"^8\.0\.\d+$" : @"^10\.0\.0$", version);
                }
                else if (name == "CognitoIdentityClient")
                {
                    Assert.Equal(packages.Version, version);
                }
                else
                {
                    Assert.DoesNotContain("Analyzers", name, StringComparison.Ordinal);
                }
            });
        }
    }

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Tool_has_no_symbols_documentation_or_translations()
    {
        using var package = await packages.OpenAsync(PackedPackages.Tool);

        Assert.Contains(package.Paths, path => path.EndsWith("/CognitoIdentityClient.Emulator.dll", StringComparison.Ordinal));
        Assert.DoesNotContain(package.Paths, path => path.EndsWith(".pdb", StringComparison.Ordinal));
        Assert.DoesNotContain(package.Paths, path => path.EndsWith(".resources.dll", StringComparison.Ordinal));
        Assert.DoesNotContain(package.Paths, path => path.Contains("/runtimes/", StringComparison.Ordinal));
        var documentation = package.Paths.Where(path => path.EndsWith(".xml", StringComparison.Ordinal));
        Assert.All(
            documentation, path => Assert.Contains(Path.GetFileName(path), (string[])["DotnetToolSettings.xml", "[Content_Types].xml"]));
        Assert.False(File.Exists(Path.Combine(packages.Feed, $"{PackedPackages.Tool}.{packages.Version}.snupkg")));
    }

    [ProgramFact("git", "git", "rev-parse", "--git-dir", IsSlow = true)]
    public async Task Packages_have_no_path_of_the_machine_that_packed_them()
    {
        foreach (var id in PackedPackages.Ids)
        {
            using var package = await packages.OpenAsync(id);
            AssertNoMachinePath(package);
        }

        foreach (var id in PackedPackages.Libraries)
        {
            using var symbols = await packages.OpenAsync(id, "snupkg");
            AssertNoMachinePath(symbols);
        }
    }

    private void AssertNoMachinePath(Package package)
    {
        // Assemblies of other makers may have paths of theirs, on which ours may happen to begin.
        foreach (var path in package.Paths.Where(path => Path.GetExtension(path) != ".dll" || IsOurs(path)))
        {
            var content = package.Read(path);
            AssertNoMachinePath(Encoding.UTF8.GetString(content), path);
            AssertNoMachinePath(Encoding.Unicode.GetString(content), path);
            AssertNoMachinePath(Encoding.Unicode.GetString(content.AsSpan(1)), path);
            if (Path.GetExtension(path) == ".pdb")
            {
                Assert.All(Symbols.Documents(content), document => Assert.StartsWith("/_", document, StringComparison.Ordinal));
                Assert.All(Symbols.EmbeddedSources(content), source => AssertNoMachinePath(source, path));
            }
        }
    }

    private static bool IsOurs(string path) => Path.GetFileName(path).StartsWith("CognitoIdentityClient", StringComparison.Ordinal);

    private void AssertNoMachinePath(string content, string path)
    {
        string[] folders = [packages.Folder, Repository.Root, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)];
        foreach (var folder in folders)
        {
            Assert.False(content.Contains(folder.TrimEnd('/') + "/", StringComparison.Ordinal), $"{path} has a path in {folder}.");
        }
    }
}
