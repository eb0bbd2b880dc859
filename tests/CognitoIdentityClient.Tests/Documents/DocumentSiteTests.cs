using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Documents;

/// <summary>The documentation's site, which <c>./build docs</c> makes of docfx.json.</summary>
public sealed partial class DocumentSiteTests
{
    // docfx gives no warning for a page that is in no table of contents, where readers do not find it.
    [Fact]
    public void Documents_are_all_in_the_table_of_contents()
    {
        var entries = Entry().Matches(Repository.Read("docs/toc.yml"))
            .Select(match => Path.GetRelativePath(".", Path.Combine("docs", match.Groups[1].Value)));
        string[] documents = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", .. Repository.Files("docs", "*.md")];

        Assert.Equal(documents.Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"href: (\S+\.md)")]
    private static partial Regex Entry();
}
