using System.Globalization;
using CognitoIdentity.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>No line of C# is longer than .editorconfig says. The compiler and <c>dotnet format</c> do not look at this setting.</summary>
public sealed class LineLengthConventions
{
    private const string Setting = "max_line_length = ";
    private const string RawQuotes = "\"\"\"";

    public static TheoryData<string> Folders { get; } = ["src", "tests", "samples"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Lines_have_the_length_of_the_editor_configuration(string folder)
    {
        var setting = Repository.Read(".editorconfig").Split('\n').Single(line => line.StartsWith(Setting, StringComparison.Ordinal));
        var limit = int.Parse(setting[Setting.Length..], CultureInfo.InvariantCulture);
        var longer = Repository.Files(folder, "*.cs").SelectMany(file => LongerLines(file, limit)).ToList();

        Assert.True(
            longer.Count == 0, $"Lines of more than {limit} characters:{Environment.NewLine}{string.Join(Environment.NewLine, longer)}");
    }

    private static IEnumerable<string> LongerLines(string file, int limit)
    {
        var code = SourceText.From(Repository.Read(file));
        var lines = code.Lines.Where(line => line.Span.Length > limit).ToList();
        var root = lines.Count > 0 ? CSharpSyntaxTree.ParseText(code).GetRoot() : null;
        return lines.Where(line => !IsInOnePiece(root!.FindToken(line.Start + limit, findInsideTrivia: true)))
            .Select(line => $"{file}:{line.LineNumber + 1} has {line.Span.Length}");
    }

    // A raw string, such as a JSON body, and the name of a member in a comment cannot be continued on the next line.
    private static bool IsInOnePiece(SyntaxToken token) =>
        token.Kind() is SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
        || token.Parent!.AncestorsAndSelf().Any(node => node is XmlCrefAttributeSyntax
            || (node is InterpolatedStringExpressionSyntax text
                && text.StringStartToken.Text.Contains(RawQuotes, StringComparison.Ordinal)));
}
