namespace CognitoIdentity.Tests.Documents;

/// <summary>The code of README.md, of the packages' own pages and of the guides compiles, from the document itself.</summary>
public sealed class DocumentCodeTests
{
    public static TheoryData<string> Paths { get; } = [.. MarkdownDocument.WithCode];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Code_of_a_document_compiles(string path)
    {
        var errors = MarkdownDocument.Read(path).Code.Where(block => block.IsCompiled).SelectMany(DocumentCompiler.Check).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    // A block without a language is for output and commands: code in it would be neither colored nor compiled.
    [Theory]
    [MemberData(nameof(Paths))]
    public void Code_of_a_document_is_marked_as_code(string path) => Assert.DoesNotContain(
        MarkdownDocument.Read(path).Code,
        block => block.Language is "cs" or "c#" || (block.Language.Length == 0 && block.Text.Contains("await ", StringComparison.Ordinal)));
}
