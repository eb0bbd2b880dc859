using System.Reflection;

namespace CognitoIdentity.Testing;

/// <summary>The files of the page and the OpenAPI document, which are resources of the assembly.</summary>
internal static class ConsoleFiles
{
    /// <summary>The page loads its own files and nothing else, runs no inline script, and cannot be framed.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Prefix = "Console/";

    private static readonly Assembly Assembly = typeof(ConsoleFiles).Assembly;

    public static IEnumerable<ControlRoute> Routes { get; } =
    [
        .. Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Route(name == Prefix + "index.html" ? "/" : "/" + name[Prefix.Length..], name)),
    ];

    private static ControlRoute Route(string path, string resource) =>
        new("GET", path, call => call.RespondAsync(Read(resource), ContentType(resource)));

    private static byte[] Read(string resource)
    {
        using var stream = Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/json",
    };
}
