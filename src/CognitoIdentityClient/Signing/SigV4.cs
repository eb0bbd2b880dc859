using System.Globalization;
using Amazon.Runtime;

namespace CognitoIdentity;

/// <summary>
/// Signature Version 4, for the one shape that this service's requests have:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed AWS API
/// request</see>. AWSSDK.Core derives the key and makes the signature; its own request signers take any request of any service, and a
/// multiple of the time and the memory (docs/performance.md).
/// </summary>
internal static class SigV4
{
    public const string DateName = "X-Amz-Date";
    public const string TokenName = "X-Amz-Security-Token";

    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string AuthorizationHeader = "Authorization";

    /// <summary>A time as signatures have it: <c>20150830T123600Z</c>.</summary>
    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Signs a request that has all its other headers. An earlier signature on it is removed.</summary>
    public static void Sign(HttpRequestMessage request, ImmutableCredentials keys, string date, SigningKey key, SignatureLocation location)
    {
        var headers = request.Headers;
        headers.Remove(AuthorizationHeader);
        headers.Remove(DateName);
        headers.Remove(TokenName);
        if (location == SignatureLocation.QueryString)
        {
            SignQuery(request, keys, date, key);
            return;
        }

        headers.TryAddWithoutValidation(DateName, date);
        if (keys.UseToken)
        {
            headers.TryAddWithoutValidation(TokenName, keys.Token);
        }

        var signedHeaders = keys.UseToken
            ? "content-type;host;x-amz-date;x-amz-security-token;x-amz-target"
            : "content-type;host;x-amz-date;x-amz-target";
        var signature = Signature(request, query: "", signedHeaders, date, key);
        headers.TryAddWithoutValidation(
            AuthorizationHeader,
            $"{Algorithm} Credential={key.AccessKeyId}/{key.Scope}, SignedHeaders={signedHeaders}, Signature={signature}");
    }

    private static void SignQuery(HttpRequestMessage request, ImmutableCredentials keys, string date, SigningKey key)
    {
        const string SignedHeaders = "content-type;host;x-amz-target";
        var token = keys.UseToken ? $"&{TokenName}={Uri.EscapeDataString(keys.Token)}" : "";

        // In the order of their names, as the canonical request wants them.
        var query = $"X-Amz-Algorithm={Algorithm}&X-Amz-Credential={Uri.EscapeDataString($"{key.AccessKeyId}/{key.Scope}")}"
            + $"&{DateName}={date}{token}&X-Amz-SignedHeaders={Uri.EscapeDataString(SignedHeaders)}";
        var signature = Signature(request, query, SignedHeaders, date, key);
        request.RequestUri = new UriBuilder(request.RequestUri!) { Query = $"{query}&X-Amz-Signature={signature}" }.Uri;
    }

    private static string Signature(HttpRequestMessage request, string query, string signedHeaders, string date, SigningKey key) =>
        SigV4Hash.Hex(key.Sign($"{Algorithm}\n{date}\n{key.Scope}\n{CanonicalRequest.Hash(request, query, signedHeaders)}"));
}
