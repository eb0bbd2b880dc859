using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace CognitoIdentity;

/// <summary>
/// The steps of Signature Version 4, for the one shape that this service's requests have:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed AWS API
/// request</see>. AWSSDK.Core derives the key and makes the signature; its own request signers take any request of any service, and a
/// multiple of the time and the memory (docs/performance.md).
/// </summary>
internal static class SigV4
{
    public const string AuthorizationHeader = "Authorization";
    public const string DateHeader = "X-Amz-Date";
    public const string TokenHeader = "X-Amz-Security-Token";
    public const string TargetHeader = "X-Amz-Target";

    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string SignedHeaders = "content-type;host;x-amz-date;x-amz-target";
    private const string SignedHeadersWithToken = "content-type;host;x-amz-date;x-amz-security-token;x-amz-target";

    /// <summary>The value of the <c>Authorization</c> header of a request that has all its other headers.</summary>
    public static string Authorization(HttpRequestMessage request, string date, SigningKey key)
    {
        var token = ResponseMetadata.HeaderValue(request.Headers, TokenHeader);
        var signedHeaders = token is null ? SignedHeaders : SignedHeadersWithToken;
        var stringToSign = $"{Algorithm}\n{date}\n{key.Scope}\n{CanonicalRequestHash(request, date, token, signedHeaders)}";
        var signature = Hex(key.Sign(stringToSign));
        return $"{Algorithm} Credential={key.AccessKeyId}/{key.Scope}, SignedHeaders={signedHeaders}, Signature={signature}";
    }

    private static string CanonicalRequestHash(HttpRequestMessage request, string date, string? token, string signedHeaders)
    {
        var uri = request.RequestUri!;
        var path = CanonicalPath(uri);
        var host = Host(uri);
        var target = ResponseMetadata.HeaderValue(request.Headers, TargetHeader);
        var contentType = ResponseMetadata.HeaderValue(request.Content!.Headers, "Content-Type");
        var tokenLine = token is null ? "" : "\nx-amz-security-token:";

        // Headers and addresses on the wire are ASCII; the fixed text around the longer ones is well under 512 bytes.
        var buffer = ArrayPool<byte>.Shared.Rent(512 + path.Length + host.Length + (token?.Length ?? 0));
        try
        {
            return Utf8.TryWrite(
                buffer,
                $"{request.Method.Method}\n{path}\n\ncontent-type:{contentType}\nhost:{host}\nx-amz-date:{date}{tokenLine}{token}\n"
                + $"x-amz-target:{target}\n\n{signedHeaders}\n{BodyHash(request.Content)}",
                out var length)
                ? Hash(buffer.AsSpan(0, length))
                : throw new InvalidOperationException("A header of the request is too long to be signed.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The <c>Host</c> header as it is sent: the port only where it is not the default, IPv6 in brackets.</summary>
    private static string Host(Uri uri)
    {
        var name = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
        return uri.IsDefaultPort ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{uri.Port}");
    }

    // All services but S3 encode the path, which is encoded once already, a second time.
    private static string CanonicalPath(Uri uri) =>
        uri.AbsolutePath is "/" ? "/" : string.Join('/', uri.AbsolutePath.Split('/').Select(Uri.EscapeDataString));

    private static string BodyHash(HttpContent content)
    {
        // A byte array's content gives its stream at once, over the array itself.
        using var body = content.ReadAsStream();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return Hex(hash);
    }

    private static string Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Hex(hash);
    }

    private static string Hex(ReadOnlySpan<byte> bytes) =>
#if NET9_0_OR_GREATER
        Convert.ToHexStringLower(bytes);
#else
        Convert.ToHexString(bytes).ToLowerInvariant();
#endif
}
