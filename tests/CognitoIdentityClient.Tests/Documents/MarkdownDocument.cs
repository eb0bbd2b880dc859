using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CognitoIdentity.Tests.Documents;

/// <summary>A Markdown file of the repository: its blocks of code, its links, and the headings that links can name.</summary>
internal sealed partial class MarkdownDocument
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePipeTables().Build();

    private MarkdownDocument(string path)
    {
        var syntax = Markdown.Parse(Repository.Read(path), Pipeline);
        Path = path;
        Code = [.. syntax.Descendants<FencedCodeBlock>().Select(block => CodeBlock.From(path, block))];
        Headings = [.. syntax.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id ?? "")];
        Links =
        [
            .. syntax.Descendants<LinkInline>().Select(link => (link.Url ?? "", link.Line + 1)),
            .. syntax.Descendants<HtmlBlock>().SelectMany(html =>
                Address().Matches(html.Lines.ToString()).Select(match => (match.Groups[1].Value, html.Line + 1))),
        ];
    }

    /// <summary>The files whose code has to compile.</summary>
    public static IEnumerable<string> WithCode { get; } =
    [
        "README.md",
        .. Repository.Files("src", "README.md").Order(StringComparer.Ordinal),
        .. Repository.Files("docs/guides", "*.md").Order(StringComparer.Ordinal),
    ];

    /// <summary>The files whose links have to lead somewhere.</summary>
    public static IEnumerable<string> WithLinks { get; } =
    [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        .. Repository.Files("docs", "*.md").Order(StringComparer.Ordinal),
        .. Repository.Files("samples", "*.md").Order(StringComparer.Ordinal),
    ];

    public string Path { get; }

    public IReadOnlyList<CodeBlock> Code { get; }

    /// <summary>The names that a link has behind <c>#</c>, as GitHub makes them.</summary>
    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<(string Url, int Line)> Links { get; }

    public static MarkdownDocument Read(string path) => new(path);

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Address();
}
