using System.Security.Cryptography;
using System.Text;

namespace CognitoIdentity.Testing.Tests;

/// <summary>
/// A small Signature Version 4 signer for requests to "/", written from the AWS documentation, so that the emulator is not
/// tested with its own code. <see cref="Signing.RequestSignerTests"/> checks it against known answers.
/// </summary>
internal sealed record RequestSigner(
    string AccessKeyId = "AKIAIOSFODNN7EXAMPLE",
    string SecretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    string? SessionToken = null,
    string Region = "us-east-1",
    string Service = "cognito-identity")
{
    public void Sign(HttpRequestMessage request, string body, DateTimeOffset time, params string[] moreHeaders)
    {
        var date = time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", date);
        if (SessionToken is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", SessionToken);
        }

        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = request.RequestUri!.Authority };
        foreach (var (name, values) in request.Headers.Concat(request.Content!.Headers))
        {
            var lower = name.ToLowerInvariant();
            if (lower.StartsWith("x-amz-", StringComparison.Ordinal) || lower == "content-type" || moreHeaders.Contains(lower))
            {
                signed[lower] = string.Join(',', values);
            }
        }

        var names = string.Join(';', signed.Keys);
        var canonical = $"POST\n/\n\n{string.Concat(signed.Select(header => $"{header.Key}:{header.Value}\n"))}\n{names}\n{Hash(body)}";
        var scope = $"{date[..8]}/{Region}/{Service}/aws4_request";
        var key = Encoding.UTF8.GetBytes("AWS4" + SecretAccessKey);
        foreach (var part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hash(canonical)}"));
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{scope}, SignedHeaders={names}, "
            + $"Signature={Convert.ToHexString(signature).ToLowerInvariant()}");
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
}
