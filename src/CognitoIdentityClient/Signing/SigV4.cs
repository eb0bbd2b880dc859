using System.Globalization;
using Amazon.Runtime;

namespace CognitoIdentity;

/// <summary>
/// Signature Version 4 for the one form of request that this service has:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed AWS API
/// request</see>. AWSSDK.Core derives the key and computes the signature. Its own request signers accept any request of any service and
/// take a multiple of the time and the memory (docs/performance.md).
/// </summary>
/// <remarks>
/// Texts with a key, a token or a signature are concatenated: an interpolated string of more than four parts is put together in a pooled
/// array that .NET does not clear.
/// </remarks>
internal static class SigV4
{
    public const string DateName = "X-Amz-Date";
    public const string TokenName = "X-Amz-Security-Token";

    /// <summary>The name of the algorithm, as signatures contain it.</summary>
    public const string Algorithm = "AWS4-HMAC-SHA256";
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
        Span<char> signature = stackalloc char[SigV4Hash.Length];
        Sign(request, body, query: "", signedHeaders, date, key, signature);
        headers.TryAddWithoutValidation(AuthorizationHeader, string.Concat(key.Credential, signedHeaders, ", Signature=", signature));
    }

    private static void SignQuery(HttpRequestMessage request, byte[] body, ImmutableCredentials keys, string date, SigningKey key)
    {
        const string SignedHeaders = "content-type;host;x-amz-target";
        var token = keys.UseToken ? string.Concat($"&{TokenName}=", Escape(keys.Token)) : "";

        // In the order of their names, as the canonical request requires.
        var query = string.Concat(
        [
            $"X-Amz-Algorithm={Algorithm}&X-Amz-Credential=", Escape(string.Concat(key.AccessKeyId, "/", key.Scope)),
            $"&{DateName}=", date, token, "&X-Amz-SignedHeaders=", Escape(SignedHeaders),
        ]);
        Span<char> signature = stackalloc char[SigV4Hash.Length];
        Sign(request, body, query, SignedHeaders, date, key, signature);
        request.RequestUri = new Uri(string.Concat($"{request.RequestUri!.AbsoluteUri}?", query, "&X-Amz-Signature=", signature));
    }

    // Uri.EscapeDataString leaves a long text, such as the token, in a pooled array that it does not clear.
    private static string Escape(string text)
    {
        var escaped = text.Count(character => !IsUnreserved(character));
        return string.Create(text.Length + (2 * escaped), text, static (result, text) =>
        {
            var end = 0;
            foreach (var character in text)
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

    private static void Sign(
        HttpRequestMessage request,
        byte[] body,
        string query,
        string signedHeaders,
        string date,
        SigningKey key,
        Span<char> signature)
    {
        Span<char> hash = stackalloc char[SigV4Hash.Length];
        CanonicalRequest.Hash(request, body, query, signedHeaders, hash);

        key.Sign($"{Algorithm}\n{date}\n{key.Scope}\n{hash}", signature);
    }
}
