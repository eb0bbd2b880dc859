using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Documents;

/// <summary>The files and the tests that the guide for contributors and the map name exist.</summary>
public sealed partial class MapNameTests
{
    // A file is named by its path in the repository, or in the project that the document is about.
    private static readonly string[] Roots = ["", "src/CognitoIdentityClient/", "src/CognitoIdentityClient.Testing/"];

    public static TheoryData<string> Documents { get; } = ["CONTRIBUTING.md", "docs/architecture.md"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Names_of_files_and_tests_exist(string document)
    {
        var tests = Repository.Files("tests", "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        var code = InlineCode().Matches(Repository.Read(document)).Select(match => match.Groups[1].Value).ToList();
        var wrong = code.Where(name => SourceFile().IsMatch(name) && !Roots.Any(root => Repository.Has(root + name)))
            .Concat(code.Where(name => TestClass().IsMatch(name) && !tests.Contains(name)));

        Assert.Empty(wrong);
    }

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"^[\w.-]+(/[\w.-]+)+\.(cs|json|py|md|svg)$")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"^\w+(Tests|Conventions)$")]
    private static partial Regex TestClass();
}
