using System.Xml.Linq;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>
/// The projects of the packages have their public API listed, and compared between frameworks when they are packed. A switch that is turned
/// off would let an API change unseen.
/// </summary>
public sealed class PackageProjectConventions
{
    private const string Analyzer = "Microsoft.CodeAnalysis.PublicApiAnalyzers";
    private const string Properties = "src/Directory.Build.props";

    private static readonly string[] ApiDiagnostics = ["RS0016", "RS0017", "RS0022", "RS0024", "RS0025", "RS0036", "RS0037", "RS0041"];

    private static readonly string[] ListsOfProjects = ["CognitoIdentityClient.sln", "docfx.json"];

    private static readonly string[] Projects = [.. Repository.Files("src", "*.csproj")];

    // A tool has a command line and no API.
    private static readonly string[] LibraryProjects =
        [.. Projects.Where(project => !Elements(project, "PackAsTool").Any(element => element.Value == "true"))];

    public static TheoryData<string> Libraries => [.. LibraryProjects];

    [Fact]
    public void Analyzer_of_the_public_api_is_on_for_every_package()
    {
        var reference =
            Assert.Single(Elements(Properties, "PackageReference"), element => (string?)element.Attribute("Include") == Analyzer);

        Assert.DoesNotContain(reference.AncestorsAndSelf(), element => element.Attribute("Condition") is not null);
        Assert.Equal("all", (string?)reference.Attribute("PrivateAssets"));
        Assert.All(BuildFiles(), file => Assert.DoesNotContain(
            Elements(file, "PackageReference"),
            element => ((string?)element.Attribute("Remove") ?? (string?)element.Attribute("Update")) == Analyzer));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Public_api_of_a_library_is_listed(string project)
    {
        var folder = Path.GetDirectoryName(project)!;

        Assert.All(["PublicAPI.Shipped.txt", "PublicAPI.Unshipped.txt"], file =>
            Assert.StartsWith("#nullable enable", Repository.Read($"{folder}/{file}"), StringComparison.Ordinal));
        Assert.All(ApiDiagnostics, diagnostic =>
        {
            Assert.All([project, Properties, "Directory.Build.props"], file =>
                Assert.DoesNotContain(Elements(file, "NoWarn"), element => element.Value.Contains(diagnostic, StringComparison.Ordinal)));
            Assert.DoesNotContain(diagnostic, Repository.Read(".editorconfig"), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Package_of_a_library_is_validated_when_it_is_packed(string project)
    {
        var settings = new[] { "Directory.Build.props", Properties, "src/Directory.Build.targets", project }
            .SelectMany(file => Elements(file, "EnablePackageValidation"))
            .ToList();

        var setting = Assert.Single(settings);
        Assert.Equal("true", setting.Value);
        Assert.DoesNotContain(setting.AncestorsAndSelf(), element => element.Attribute("Condition") is not null);
        Assert.False(Repository.Has($"{Path.GetDirectoryName(project)}/CompatibilitySuppressions.xml"));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_is_in_the_solution_the_site_and_the_tests_of_its_documentation(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        string[] missing =
        [
            .. ListsOfProjects.Where(file => !Repository.Read(file).Contains($"{name}.csproj")),
            .. DocumentedMember.Packages.Any(package => package.GetName().Name == name) ? Array.Empty<string>() : ["DocumentedMember.cs"],
        ];

        Assert.True(
            missing.Length == 0,
            $"{name} is missing in {string.Join(", ", missing)}. A package has to be in the solution, in docfx.json and in "
            + "DocumentedMember.cs: step 6 of docs/contributing/adding-a-store.md.");
    }

    [Fact]
    public void Warnings_fail_the_build() => Assert.Equal(
        "true", Assert.Single(BuildFiles().SelectMany(file => Elements(file, "TreatWarningsAsErrors"))).Value);

    [Fact]
    public void Libraries_are_found() => Assert.Contains("src/CognitoIdentityClient/CognitoIdentityClient.csproj", LibraryProjects);

    private static IEnumerable<string> BuildFiles() => [.. Projects, Properties, "src/Directory.Build.targets", "Directory.Build.props"];

    private static IEnumerable<XElement> Elements(string file, string name) => XDocument.Parse(Repository.Read(file)).Descendants(name);
}
