using System.Text.Json;

namespace CognitoIdentity.Tests.Support;

/// <summary>The JSON documents beside the tests.</summary>
internal static class TestData
{
    /// <param name="file">As in <c>Configuration/endpoints.json</c>.</param>
    public static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, file)), JsonSerializerOptions.Web)!;
}
