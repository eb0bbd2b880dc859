using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Signing;

/// <summary>
/// Signature Version 4 of a POST, step by step as in
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html. It shares no code with the client. The
/// path is the one on the wire, encoded once; the headers have lower-case names, and <c>x-amz-date</c> is among them unless the query has
/// it.
/// </summary>
internal sealed record ReferenceSignature(
    string Region,
    string AccessKeyId,
    string SecretKey,
    string Path,
    SortedDictionary<string, string> Headers,
    byte[] Body,
    string Query = "",
    string? QueryDate = null)
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly string[] SentHeaders = ["content-type", "x-amz-date", "x-amz-security-token", "x-amz-target"];

    public string SignedHeaders => string.Join(';', Headers.Keys);

    public string PayloadHash => Hex(SHA256.HashData(Body));

    public string CanonicalRequest =>
        $"POST\n{string.Concat(Encoding.UTF8.GetBytes(Path).Select(Encode))}\n{Query}\n"
        + string.Concat(Headers.Select(header => $"{header.Key}:{header.Value}\n"))
        + $"\n{SignedHeaders}\n{PayloadHash}";

    public string StringToSign => $"AWS4-HMAC-SHA256\n{Date}\n{Scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest)))}";

    public string Signature
    {
        get
        {
            var key = Encoding.UTF8.GetBytes("AWS4" + SecretKey);
            foreach (var part in Scope.Split('/'))
            {
                key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
            }

            return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(StringToSign)));
        }
    }

    public string Authorization =>
        $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{Scope}, SignedHeaders={SignedHeaders}, Signature={Signature}";

    private string Date => QueryDate ?? Headers["x-amz-date"];

    private string Scope => $"{Date[..8]}/{Region}/cognito-identity/aws4_request";

    /// <summary>Computes the expected signature of a request to a host without a base path and with the default port.</summary>
    public static ReferenceSignature Compute(RecordedRequest request, string region, ImmutableCredentials keys)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = request.Uri.Host };
        foreach (var name in SentHeaders.Where(request.Headers.ContainsKey))
        {
            headers[name] = request.Headers[name];
        }

        return new(region, keys.AccessKey, keys.SecretKey, "/", headers, request.Body);
    }

    private static string Encode(byte value) =>
        value == '/' || Unreserved.Contains((char)value, StringComparison.Ordinal) ? ((char)value).ToString() : $"%{value:X2}";

    private static string Hex(byte[] bytes) => string.Concat(bytes.Select(value => value.ToString("x2")));
}
