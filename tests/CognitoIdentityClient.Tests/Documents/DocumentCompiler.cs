using System.Globalization;
using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CognitoIdentity.Tests.Documents;

/// <summary>Compiles the code of documents against the assemblies that the tests run with.</summary>
internal static partial class DocumentCompiler
{
    /// <summary>The usings that the .NET SDK adds to every program.</summary>
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14, DocumentationMode.None);

    // Compilations that derive from one another read the references once.
    private static readonly Lazy<CSharpCompilation> Bare = new(() => CSharpCompilation.Create(
        "Document",
        [Parse(ImplicitUsings)],
        References(),
        new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)));

    private static readonly Lazy<CSharpCompilation> WithPreamble = new(() =>
        Bare.Value.AddSyntaxTrees(Parse(Repository.Read("tests/CognitoIdentityClient.Tests/Documents/Preamble.cs"))));

    /// <summary>Returns the errors of a block, each with document and line: those of the way of reading it that has the fewest.</summary>
    public static IReadOnlyList<string> Check(CodeBlock block)
    {
        IReadOnlyList<string>? fewest = null;
        foreach (var (source, kind) in Readings(block))
        {
            var compilation = WithPreamble.Value.AddSyntaxTrees(Parse(source));
            var errors = Errors(compilation.WithOptions(compilation.Options.WithOutputKind(kind)));
            if (errors.Count == 0)
            {
                return errors;
            }

            fewest = fewest is null || errors.Count < fewest.Count ? errors : fewest;
        }

        return fewest!;
    }

    /// <summary>Compiles a program that needs nothing but the packages, as a reader does who pastes it.</summary>
    /// <param name="block">The program.</param>
    /// <param name="more">Source that is compiled with it.</param>
    public static CSharpCompilation CompileProgram(CodeBlock block, string more) =>
        Bare.Value.AddSyntaxTrees(Parse(more), Parse(Located(block)));

    public static IReadOnlyList<string> Errors(CSharpCompilation compilation) =>
    [
        .. compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic =>
            {
                var place = diagnostic.Location.GetMappedLineSpan();
                return $"{place.Path}:{place.StartLinePosition.Line + 1}: {diagnostic.Id} "
                    + $"{diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
            }),
    ];

    // All that the tests could load, apart from the tests themselves: a reader has no access to their types.
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(
                path => !Path.GetFileName(path).StartsWith("CognitoIdentityClient.Tests.", StringComparison.Ordinal) && File.Exists(path))
            .Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>The places where a reader may paste a block.</summary>
    private static IEnumerable<(string Source, OutputKind Kind)> Readings(CodeBlock block)
    {
        var code = Located(block);
        yield return (code, OutputKind.ConsoleApplication);
        yield return (code, OutputKind.DynamicallyLinkedLibrary);
        yield return InClass(code);
        yield return InClass($"async Task RunAsync() {{ try {{ }}\n{code}\n}}");
        yield return InClass($"async Task<CognitoIdentitySession> SignInAsync() {{\n{code}\n}}");
        yield return InClass($"async Task<DeveloperIdentity> GetIdentityAsync() {{\n{code}\n}}");
        yield return InClass($"void ConfigureWebHost(IWebHostBuilder builder) {{\n{code}\n}}");
    }

    private static (string Source, OutputKind Kind) InClass(string members) =>
        ($"class Document {{\n{members}\n}}", OutputKind.DynamicallyLinkedLibrary);

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, Language);

    /// <summary>The code with its place in the document, ready to compile: <c>#:</c> lines are for <c>dotnet run</c>.</summary>
    private static string Located(CodeBlock block) =>
        $"#line {block.Line} \"{block.Path}\"\n{Filled(Directive().Replace(block.Text, "// "))}\n#line default";

    /// <summary>An ellipsis stands for what the reader fills in.</summary>
    private static string Filled(string code) => Value().Replace(code.Replace("{ … }", "{ }", StringComparison.Ordinal), "default!");

    [GeneratedRegex("(?<=[=(,] |\\()…(?=[ ,;)}])")]
    private static partial Regex Value();

    [GeneratedRegex("^#:", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
