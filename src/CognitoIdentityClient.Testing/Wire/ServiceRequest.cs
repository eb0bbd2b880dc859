namespace CognitoIdentity.Testing;

/// <summary>A request as it arrived: the emulator's core sees nothing else of HTTP.</summary>
/// <param name="Method">The HTTP method, in upper case.</param>
/// <param name="Path">The path as it was sent, not decoded.</param>
/// <param name="Query">The query string as it was sent, without the question mark.</param>
/// <param name="Headers">The header fields by name in any case; several fields of one name are joined with a comma.</param>
/// <param name="Body">The exact bytes of the body.</param>
internal sealed record ServiceRequest(
    string Method,
    string Path,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>The scheme by which the sender reached the emulator: https happens only in process.</summary>
    public string Scheme { get; init; } = "http";

    /// <summary>The record of everything that the request causes; null when it is not recorded.</summary>
    public Exchange? Exchange { get; init; }

    /// <summary>The media type of the body, without parameters; null if the request names none.</summary>
    public string? MediaType { get; } = Headers.GetValueOrDefault("Content-Type")?.Split(';')[0].Trim();

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
