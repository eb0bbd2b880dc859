namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>docs/guides/credentials.md shows code of samples/Credentials, which the tests of the samples run.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void Code_of_the_document_is_that_of_the_samples()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Credentials", "Documents");
        var samples = Directory.GetFiles(folder, "*.cs").Select(file => Normal(File.ReadAllText(file))).ToList();
        var blocks = File.ReadAllText(Path.Combine(folder, "credentials.md")).Split("```csharp\n").Skip(1)
            .Select(text => Normal(text[..text.IndexOf("```", StringComparison.Ordinal)])).ToList();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(samples, sample => sample.Contains(block, StringComparison.Ordinal)));
    }

    // Documents indent less.
    private static string Normal(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
