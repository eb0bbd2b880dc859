using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Documents;

/// <summary>docs/guides/troubleshooting.md, where readers look for the text that they see.</summary>
public sealed partial class TroubleshootingTests
{
    private static readonly string Guide = Repository.Read("docs/guides/troubleshooting.md");

    public static TheoryData<string, string> Messages { get; } = Read();

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_leads_to_the_reason_that_the_client_recognizes(string message, string reason)
    {
        const string Id = "us-east-1:11111111-2222-3333-4444-555555555555";
        var exception = new NotAuthorizedException(message.Replace("…", Id, StringComparison.Ordinal));

        Assert.Equal(reason, exception.Reason.ToString(), ignoreCase: true);
    }

    [Fact]
    public void Exceptions_of_the_tables_exist()
    {
        var names = Exception().Matches(Guide).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.True(names.Count > 15, $"Only {names.Count} exceptions were found.");
        var types = typeof(ICognitoIdentityClient).Assembly.GetExportedTypes().Select(type => type.Name)
            .Append(nameof(InvalidOperationException))
            .Append(nameof(Microsoft.Extensions.Options.OptionsValidationException));
        Assert.Empty(names.Except(types));
    }

    private static TheoryData<string, string> Read()
    {
        var rows = new TheoryData<string, string>();
        foreach (Match row in Row().Matches(Guide))
        {
            rows.Add(row.Groups[1].Value, row.Groups[2].Value);
        }

        return rows;
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|.*\(error-reasons\.md#([a-z]+)\) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z]+Exception)`")]
    private static partial Regex Exception();
}
