using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Documents;

/// <summary>Links between the documents of the repository lead to a file and a heading that exist.</summary>
public sealed class DocumentLinkTests
{
    public static TheoryData<string> Paths { get; } = [.. MarkdownDocument.WithLinks];

    public static TheoryData<string> PackagePages { get; } = [.. Repository.Files("src", "README.md")];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Links_of_a_document_lead_somewhere(string path)
    {
        var document = MarkdownDocument.Read(path);
        var dead = document.Links.Where(link => !IsAbsolute(link.Url) && !LeadsSomewhere(document, link.Url))
            .Select(link => $"{path}:{link.Line}: {link.Url}").ToList();
        Assert.True(dead.Count == 0, string.Join('\n', dead));
    }

    // A package's page is shown outside of the repository, where a relative link is dead.
    [Theory]
    [MemberData(nameof(PackagePages))]
    public void Page_of_a_package_has_no_relative_links(string path) => Assert.Empty(
        MarkdownDocument.Read(path).Links.Where(link => !IsAbsolute(link.Url)).Select(link => $"{path}:{link.Line}: {link.Url}"));

    [Fact]
    public void Guides_are_linked_from_the_readme()
    {
        var links = MarkdownDocument.Read("README.md").Links.Select(link => link.Url).ToHashSet();
        Assert.All(Repository.Files("docs/guides", "*.md"), guide => Assert.Contains(guide, links));
    }

    private static bool IsAbsolute(string url) => url.StartsWith("https://", StringComparison.Ordinal);

    private static bool LeadsSomewhere(MarkdownDocument document, string url)
    {
        var (file, heading) = url.Split('#', 2) is [var before, var after] ? (before, after) : (url, null);
        var path = file.Length == 0 ? document.Path : Normalize(Path.Combine(Path.GetDirectoryName(document.Path)!, file));
        if (!Repository.Has(path))
        {
            return false;
        }

        return heading is null || MarkdownDocument.Read(path).Headings.Contains(heading);
    }

    private static string Normalize(string path) =>
        Path.GetRelativePath(Path.GetFullPath("."), Path.GetFullPath(path)).Replace('\\', '/');
}
