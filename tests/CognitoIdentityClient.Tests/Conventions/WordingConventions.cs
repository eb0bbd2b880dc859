using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>One word for one thing, and none of a dialect, in the documentation, the guides and the messages.</summary>
public sealed partial class WordingConventions
{
    public static TheoryData<string> Folders { get; } = ["docs", "samples", "src"];

    [Fact]
    public void Documentation_uses_the_words_of_the_field() => Problems.AssertNone(
        from member in DocumentedMember.All.Public
        from Match word in Dialect().Matches(DocumentedMember.Text(member.Xml))
        select $"{member.Id}: {word.Value}");

    [Theory]
    [MemberData(nameof(Folders))]
    public void Guides_use_the_words_of_the_field(string folder) => Problems.AssertNone(
        from file in Repository.Files(folder, "*.md")
        from word in Find(file, Prose(Repository.Read(file)))
        select word);

    [Theory]
    [InlineData("CHANGELOG.md")]
    [InlineData("README.md")]
    public void Guide_of_the_repository_uses_the_words_of_the_field(string file) =>
        Problems.AssertNone(Find(file, Prose(Repository.Read(file))));

    [Fact]
    public void Messages_use_the_words_of_the_field() => Problems.AssertNone(
        from file in Repository.Files("src", "*.cs")
        from token in CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot().DescendantTokens()
        where token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
        from word in Find(file, token.ValueText)
        select word);

    private static IEnumerable<string> Find(string file, string text) => Dialect().Matches(text).Select(word => $"{file}: {word.Value}");

    // Lines of a paragraph are one text. Code and quotations of the service are not ours.
    private static string Prose(string markdown) => Whitespace().Replace(Code().Replace(markdown, ""), " ");

    [GeneratedRegex(@"^ *```.*?^ *```|`[^`\n]*`", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Whitespace();

    [GeneratedRegex(
        @"\b(anew|befalls?|whom|whilst|misspelt|[Cc]ancelled|as it shall be|the ones that|at hand|time-outs?|(?<!there )(is|are) none|"
        + @"is there twice|half (of )?a surrogate|(the|an|no|each|every) answers?|json web token)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Dialect();
}
