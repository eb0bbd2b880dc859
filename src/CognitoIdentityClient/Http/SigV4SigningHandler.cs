using System.Globalization;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace CognitoIdentity.Http;

/// <summary>
/// Signs requests with Signature Version 4, newly at every attempt. Requests of anonymous operations pass as they are, and nothing of
/// AWSSDK.Core is loaded for them.
/// </summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed AWS API
/// request</see>. AWSSDK.Core has a handler too, which takes any request of any service; this service's requests have one shape, for which
/// the canonical request is written straight down.
/// </remarks>
internal sealed class SigV4SigningHandler(
    CredentialSource credentials,
    string? region,
    TimeProvider timeProvider,
    HttpMessageHandler innerHandler)
    : DelegatingHandler(innerHandler)
{
    private const string Service = "cognito-identity";
    private const string AuthorizationHeader = "Authorization";
    private const string DateHeader = "X-Amz-Date";
    private const string TokenHeader = "X-Amz-Security-Token";
    private const string TargetHeader = "X-Amz-Target";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Options.TryGetValue(Operation.OptionsKey, out var operation) && !operation.IsSigned
            ? base.SendAsync(request, cancellationToken)
            : SignAndSendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SignAndSendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var keys = await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        Sign(request, keys, region ?? throw ClientSettings.NoRegion(), timeProvider.GetUtcNow().UtcDateTime);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    internal static void Sign(HttpRequestMessage request, ImmutableCredentials keys, string region, DateTime now)
    {
        var headers = request.Headers;
        headers.Remove(AuthorizationHeader);
        headers.Remove(DateHeader);
        headers.Remove(TokenHeader);

        headers.TryAddWithoutValidation(DateHeader, now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        if (keys.UseToken)
        {
            headers.TryAddWithoutValidation(TokenHeader, keys.Token);
        }

        var signedHeaders = keys.UseToken
            ? "content-type;host;x-amz-date;x-amz-security-token;x-amz-target"
            : "content-type;host;x-amz-date;x-amz-target";
        var signature = AWS4Signer.ComputeSignature(keys, region, now, Service, signedHeaders, CanonicalRequest(request, signedHeaders));
        headers.TryAddWithoutValidation(AuthorizationHeader, signature.ForAuthorizationHeader);
    }

    /// <summary>The request in the form that is hashed: method, path, empty query, headers, names of headers, hash of the body.</summary>
    internal static string CanonicalRequest(HttpRequestMessage request, string signedHeaders)
    {
        var uri = request.RequestUri!;
        var headers = request.Headers.NonValidated;
        var token = headers.TryGetValues(TokenHeader, out var tokenValue) ? $"x-amz-security-token:{tokenValue}\n" : "";
        return $"{request.Method}\n{CanonicalPath(uri)}\n\n"
            + $"content-type:{request.Content!.Headers.NonValidated["Content-Type"]}\n"
            + $"host:{Host(uri)}\n"
            + $"x-amz-date:{headers[DateHeader]}\n"
            + token
            + $"x-amz-target:{headers[TargetHeader]}\n\n"
            + $"{signedHeaders}\n{BodyHash(request.Content)}";
    }

    /// <summary>The <c>Host</c> header as it is sent: the port only where it is not the default, IPv6 in brackets.</summary>
    private static string Host(Uri uri)
    {
        var name = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
        return uri.IsDefaultPort ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{uri.Port}");
    }

    // All services but S3 encode the path, which is encoded once already, a second time.
    private static string CanonicalPath(Uri uri) =>
        string.Join('/', uri.AbsolutePath.Split('/').Select(Uri.EscapeDataString));

    private static string BodyHash(HttpContent content)
    {
        // A byte array's content gives its stream at once, over the array itself.
        using var body = content.ReadAsStream();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return Convert.ToHexString(hash).ToLowerInvariant();
    }
}
