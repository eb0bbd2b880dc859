using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CognitoIdentity.Testing;

/// <summary>
/// The canonical request of Signature Version 4, rebuilt from what arrived and from the headers that the caller says it signed
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
/// </summary>
internal static partial class CanonicalRequestText
{
    public static string Build(ServiceRequest request, IReadOnlyList<string> signedHeaders)
    {
        var text = new StringBuilder();
        text.Append(request.Method).Append('\n');
        text.Append(CanonicalPath(request.Path)).Append('\n');
        text.Append(CanonicalQuery(request.Query)).Append('\n');
        foreach (var name in signedHeaders)
        {
            text.Append(name).Append(':').Append(Spaces().Replace((request.Header(name) ?? "").Trim(), " ")).Append('\n');
        }

        text.Append('\n');
        text.AppendJoin(';', signedHeaders).Append('\n');
        text.Append(HexHash(request.Body.Span));
        return text.ToString();
    }

    public static string HexHash(ReadOnlySpan<byte> bytes) => Hex(SHA256.HashData(bytes));

    public static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    // Every service but S3 encodes each part of the path once more than it was sent.
    private static string CanonicalPath(string path) =>
        path.Length == 0 ? "/" : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string CanonicalQuery(string query) => string.Join('&', query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Where(parameter => !parameter.StartsWith(QuerySignature.SignatureName + "=", StringComparison.Ordinal))
        .Select(parameter => parameter.Contains('=', StringComparison.Ordinal) ? parameter : parameter + "=")
        .Order(StringComparer.Ordinal));

    [GeneratedRegex(" +", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
