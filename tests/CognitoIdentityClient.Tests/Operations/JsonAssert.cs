using System.Text.Json.Nodes;

namespace CognitoIdentity.Tests.Operations;

internal static class JsonAssert
{
    /// <summary>The same JSON, whatever the white space, the escapes and the order of members.</summary>
    public static void Equal(string expected, byte[] actual)
    {
        var actualJson = JsonNode.Parse(actual);
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), actualJson),
            $"Expected:\n{expected}\nActual:\n{actualJson}");
    }
}
