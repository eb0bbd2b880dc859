using System.Text.Json;
using CognitoIdentity.Tests.Operations;

namespace CognitoIdentity.Tests.Conventions;

/// <summary>A golden file proves what it has: these tests see that none lacks a member.</summary>
public sealed class GoldenFileConventions
{
    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Golden_request_has_every_member_of_the_syntax(string operation) =>
        AssertHasEveryMember(Contract.Instance.Operations[operation].RequestSyntax, Parse(GoldenFile.Request(operation)), "$");

    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Golden_response_has_every_member_of_the_syntax(string operation)
    {
        var response = GoldenFile.Response(operation);
        if (Contract.Instance.Operations[operation].ResponseSyntax is { } syntax)
        {
            AssertHasEveryMember(syntax, Parse(response), "$");
        }
        else
        {
            Assert.Empty(response);
        }
    }

    // The reference's own samples are the only requests and responses that its authors wrote.
    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public void Sample_of_the_api_reference_is_a_test_case(string operation)
    {
        if (Contract.Instance.Operations[operation].SampleTargets.Count > 0)
        {
            Parse(GoldenFile.Request(operation + ".sample"));
            GoldenFile.Response(operation + ".sample");
        }
    }

    /// <summary>In a list or a map, the first element has to have every member.</summary>
    private static void AssertHasEveryMember(JsonElement syntax, JsonElement golden, string path)
    {
        switch (syntax.ValueKind)
        {
            case JsonValueKind.Array:
                AssertHasEveryMember(syntax[0], golden[0], path + "[0]");
                break;
            case JsonValueKind.Object when syntax.TryGetProperty("string", out var value):
                AssertHasEveryMember(value, golden.EnumerateObject().First().Value, path + ".*");
                break;
            case JsonValueKind.Object:
                var expected = syntax.EnumerateObject().Select(member => $"{path}.{member.Name}").ToList();
                var present = golden.EnumerateObject().Select(member => $"{path}.{member.Name}").ToList();
                var missing = string.Join(", ", expected.Except(present));
                Assert.True(missing.Length == 0, $"The Golden file lacks {missing}, step 4 of docs/contributing/adding-a-member.md.");
                Assert.Empty(present.Except(expected));
                foreach (var member in syntax.EnumerateObject())
                {
                    AssertHasEveryMember(member.Value, golden.GetProperty(member.Name), $"{path}.{member.Name}");
                }

                break;
            default:
                Assert.Equal(syntax.GetString(), KindOf(golden));
                break;
        }
    }

    private static string KindOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
