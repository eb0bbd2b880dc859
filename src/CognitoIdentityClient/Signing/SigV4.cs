using System.Globalization;
using Amazon.Runtime;

namespace CognitoIdentity;

/// <summary>
/// Signature Version 4 for the one form of request that this service has:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed AWS API
/// request</see>. AWSSDK.Core derives the key and computes the signature. Its own request signers accept any request of any service and take
/// a multiple of the time and the memory (docs/performance.md).
/// </summary>
internal static class SigV4
{
    public const string DateName = "X-Amz-Date";
    public const string TokenName = "X-Amz-Security-Token";

    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string AuthorizationHeader = "Authorization";

    /// <summary>Formats a time as signatures contain it: <c>20150830T123600Z</c>.</summary>
    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Signs a request that has all its other headers, and removes an earlier signature from it.</summary>
    public static void Sign(
        HttpRequestMessage request,
        byte[] body,
        ImmutableCredentials keys,
        string date,
        SigningKey key,
        SignatureLocation location)
    {
        var headers = request.Headers;
        headers.Remove(AuthorizationHeader);
        headers.Remove(DateName);
        headers.Remove(TokenName);
        if (location == SignatureLocation.QueryString)
        {
            SignQuery(request, body, keys, date, key);
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
        var signature = Signature(request, body, query: "", signedHeaders, date, key);
        headers.TryAddWithoutValidation(
            AuthorizationHeader,
            $"{Algorithm} Credential={key.AccessKeyId}/{key.Scope}, SignedHeaders={signedHeaders}, Signature={signature}");
    }

    private static void SignQuery(HttpRequestMessage request, byte[] body, ImmutableCredentials keys, string date, SigningKey key)
    {
        const string SignedHeaders = "content-type;host;x-amz-target";
        var token = keys.UseToken ? $"&{TokenName}={Escape(keys.Token)}" : "";

        // In the order of their names, as the canonical request requires.
        var query = $"X-Amz-Algorithm={Algorithm}&X-Amz-Credential={Uri.EscapeDataString($"{key.AccessKeyId}/{key.Scope}")}"
            + $"&{DateName}={date}{token}&X-Amz-SignedHeaders={Uri.EscapeDataString(SignedHeaders)}";
        var signature = Signature(request, body, query, SignedHeaders, date, key);
        request.RequestUri = new Uri($"{request.RequestUri!.AbsoluteUri}?{query}&X-Amz-Signature={signature}");
    }

    // Uri.EscapeDataString leaves the token in a pooled array that it does not clear.
    private static string Escape(string token)
    {
        var escaped = token.Count(character => !IsUnreserved(character));
        return string.Create(token.Length + (2 * escaped), token, static (result, token) =>
        {
            var end = 0;
            foreach (var character in token)
            {
                if (IsUnreserved(character))
                {
                    result[end++] = character;
                }
                else
                {
                    result[end] = '%';
                    ((int)character).TryFormat(result[(end + 1)..], out _, "X2", CultureInfo.InvariantCulture);
                    end += 3;
                }
            }
        });
    }

    private static bool IsUnreserved(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '~';

    private static string Signature(
        HttpRequestMessage request,
        byte[] body,
        string query,
        string signedHeaders,
        string date,
        SigningKey key) =>
        SigV4Hash.Hex(key.Sign($"{Algorithm}\n{date}\n{key.Scope}\n{CanonicalRequest.Hash(request, body, query, signedHeaders)}"));
}
