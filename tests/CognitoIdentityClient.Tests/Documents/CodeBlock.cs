using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace CognitoIdentity.Tests.Documents;

/// <summary>A block of code in a document.</summary>
/// <param name="Path">The document.</param>
/// <param name="Line">The line of its first line of code, from 1.</param>
/// <param name="Language">The word behind the fence.</param>
/// <param name="Text">The code.</param>
/// <param name="Reason">
/// Why it is not compiled, as an HTML comment right before the block says: <c>&lt;!-- code: not compiled, because … --&gt;</c>. Empty
/// without a comment.
/// </param>
internal sealed partial record CodeBlock(string Path, int Line, string Language, string Text, string Reason)
{
    public bool IsCompiled => Language == "csharp" && Reason.Length == 0;

    public static CodeBlock From(string path, FencedCodeBlock block)
    {
        var before = block.Parent is { } parent && parent.IndexOf(block) is > 0 and var index ? parent[index - 1] : null;
        var reason = before is HtmlBlock html ? Comment().Match(html.Lines.ToString()).Groups[1].Value : "";
        return new(path, block.Line + 2, block.Info ?? "", block.Lines.ToString(), reason);
    }

    [GeneratedRegex("<!-- code: not compiled, (.+?) -->")]
    private static partial Regex Comment();
}
