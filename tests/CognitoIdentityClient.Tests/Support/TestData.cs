using System.Text.Json;

namespace CognitoIdentity.Tests.Support;

/// <summary>The JSON documents beside the tests, embedded under their file names.</summary>
internal static class TestData
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string file)
    {
        using var stream = typeof(TestData).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException("Not an embedded resource of the tests", file);
        return JsonSerializer.Deserialize<T>(stream, Web)!;
    }
}
