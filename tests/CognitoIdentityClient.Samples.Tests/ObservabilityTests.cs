using System.Text.RegularExpressions;

namespace CognitoIdentity.Samples.Tests;

/// <summary>docs/guides/observability.md shows what samples/Observability prints.</summary>
public sealed partial class ObservabilityTests
{
    [Fact]
    public async Task Output_of_the_guide_is_that_of_the_sample()
    {
        var output = await SampleProgram.RunAsync("Observability");

        var blocks = Blocks(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Documents", "observability.md")));
        Assert.InRange(blocks.Count, 4, 20);
        var form = Form(output);
        Assert.All(blocks, block => Assert.Contains(Form(block), form, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("retry  throttling, after 0.640 s", "retry  throttling, after 1.310 s", true)]
    [InlineData("Request id: 3e2ef0d0-84f8-4f5f-a5a4-1e1a1c1d1e1f", "Request id: 00000000-84f8-4f5f-a5a4-1e1a1c1d1e1f", true)]
    [InlineData("attempt 1  400 TooManyRequestsException", "attempt 1  500 InternalErrorException", false)]
    [InlineData("cognito_identity.client.throttles  2", "cognito_identity.client.throttles  3", false)]
    public void Outputs_of_one_form_differ_in_times_and_ids_alone(string one, string other, bool same) =>
        Assert.Equal(same, Form(one) == Form(other));

    // Code has a language; output has none.
    private static List<string> Blocks(string markdown) =>
    [
        .. Block().Matches(markdown).Where(match => match.Groups["language"].Length == 0).Select(match => match.Groups["text"].Value),
    ];

    private static string Form(string output)
    {
        var text = Id().Replace(output.ReplaceLineEndings("\n"), "ID");
        text = Duration().Replace(text, "TIME");
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\d+\.\d+ s\b|\d+(\.\d+)? ms\b|\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ")]
    private static partial Regex Duration();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
