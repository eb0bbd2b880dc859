namespace CognitoIdentity.Tests.Operations;

/// <summary>
/// The JSON of a request or a response, written from the API reference's syntax, with every member; a "sample" is the reference's own. The
/// response file of an operation without output is empty, as its body is.
/// </summary>
internal static class GoldenFile
{
    public static string Request(string operation) => Read($"{operation}.request.json");

    public static string Response(string operation) => Read($"{operation}.response.json");

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Operations", "Golden", name));
}
