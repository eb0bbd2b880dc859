using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace CognitoIdentity;

/// <summary>
/// The form of a request that is hashed and signed: method, path, query, headers, names of the headers, hash of the body.
/// </summary>
internal static class CanonicalRequest
{
    /// <summary>Writes the hash of the canonical request, in hexadecimal.</summary>
    /// <param name="request">The request. Of <c>X-Amz-Date</c> and <c>X-Amz-Security-Token</c> it has those headers that are
    /// signed.</param>
    /// <param name="body">The bytes of its body.</param>
    /// <param name="query">The query, already in canonical form.</param>
    /// <param name="signedHeaders">The names of the signed headers, as the request carries them.</param>
    /// <param name="hash">The hash.</param>
    public static void Hash(HttpRequestMessage request, ReadOnlySpan<byte> body, string query, string signedHeaders, Span<char> hash)
    {
        SigV4Hash.Sha256(body, hash);
        var uri = request.RequestUri!;
        var path = Path(uri);
        var host = Host(uri);
        var contentType = ResponseMetadata.HeaderValue(request.Content!.Headers, "Content-Type");
        var target = ResponseMetadata.HeaderValue(request.Headers, "X-Amz-Target");
        var (dateLine, date) = Line("\nx-amz-date:", ResponseMetadata.HeaderValue(request.Headers, SigV4.DateName));
        var (tokenLine, token) = Line("\nx-amz-security-token:", ResponseMetadata.HeaderValue(request.Headers, SigV4.TokenName));

        // Headers and addresses on the wire are ASCII; the fixed text around the longer ones is well under 512 bytes.
        var buffer = ArrayPool<byte>.Shared.Rent(512 + path.Length + query.Length + host.Length + token.Length);
        try
        {
            if (!Utf8.TryWrite(
                buffer,
                $"{request.Method.Method}\n{path}\n{query}\ncontent-type:{contentType}\nhost:{host}{dateLine}{date}{tokenLine}{token}\n"
                + $"x-amz-target:{target}\n\n{signedHeaders}\n{hash}",
                out var length))
            {
                throw new InvalidOperationException("A header of the request is too long to be signed.");
            }

            SigV4Hash.Sha256(buffer.AsSpan(0, length), hash);
        }
        finally
        {
            // The session token was in it, and the pool belongs to the whole process.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static (string Start, string Value) Line(string name, string? value) => value is null ? ("", "") : (name, value);

    /// <summary>Returns the <c>Host</c> header as it is sent: with the port only if it is not the default, IPv6 in brackets.</summary>
    private static string Host(Uri uri)
    {
        var name = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
        return uri.IsDefaultPort ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{uri.Port}");
    }

    // All services but S3 encode the already encoded path a second time.
    private static string Path(Uri uri) =>
        uri.AbsolutePath is "/" ? "/" : string.Join('/', uri.AbsolutePath.Split('/').Select(Uri.EscapeDataString));
}
