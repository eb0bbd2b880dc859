using System.Text;

namespace CognitoIdentity;

/// <summary>The forms of a report.</summary>
internal enum ReportFormat
{
    Text,
    Markdown,
}

/// <summary>Writes a report, for a terminal or as Markdown.</summary>
internal sealed class ReportWriter(ReportFormat format)
{
    private const string MarkdownSymbols = "\\`*_{}[]<>#|~";

    private readonly StringBuilder _text = new();

    private bool IsMarkdown => format == ReportFormat.Markdown;

    public void Title(string text) => _text.Append(IsMarkdown ? "# " : "").Append(Inline(text)).Append('\n');

    public void Section(string text) => _text.Append('\n').Append(IsMarkdown ? $"## {Inline(text)}\n" : text).Append('\n');

    public void Line(string text) => _text.Append(Inline(text)).Append('\n');

    public void Item(string text, int level = 0) => _text
        .Append(' ', (level * 2) + (IsMarkdown ? 0 : 2))
        .Append(IsMarkdown || level == 0 ? "- " : "  ")
        .Append(Inline(text))
        .Append('\n');

    public void Code(string text)
    {
        if (IsMarkdown)
        {
            _text.Append("\n```json\n").Append(text).Append("\n```\n");
            return;
        }

        foreach (var line in text.Split('\n'))
        {
            _text.Append("  ").Append(line).Append('\n');
        }
    }

    public override string ToString() => _text.ToString();

    // Keys, claims and rules come from anywhere: as Markdown they must not become links, images or HTML.
    private string Inline(string text)
    {
        if (!IsMarkdown)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (MarkdownSymbols.Contains(character, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
