using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.SecurityToken;
using CognitoIdentity.Tests.Support;
using WireMock;
using WireMock.ResponseBuilders;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>A real AWS client signs with the credentials, and a server on the loopback address checks its signatures.</summary>
public sealed class AwsClientTests
{
    internal const string CannedResponse = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn</Arn><UserId>id</UserId>
        <Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>
        """;

    [Fact]
    public async Task AWS_client_signs_with_the_credentials_and_with_the_next_ones_after_they_expired()
    {
        await using var pool = await TestPool.StartAsync();
        using var sts = StubServer.Start(Response.Create().WithHeader("Content-Type", "text/xml").WithBody(CannedResponse));
        var credentials = pool.Credentials(pool.GoogleUser("alice"));
        using var aws = new AmazonSecurityTokenServiceClient(
            credentials,
            new AmazonSecurityTokenServiceConfig { ServiceURL = sts.Url, AuthenticationRegion = "us-east-1" });

        var first = await credentials.GetSessionAsync();
        await aws.GetCallerIdentityAsync(new());
        pool.Clock.Advance(TimeSpan.FromHours(2));
        await aws.GetCallerIdentityAsync(new());
        var second = await credentials.GetSessionAsync();

        var requests = sts.LogEntries.Select(entry => entry.RequestMessage!).ToList();
        Assert.Equal(2, requests.Count);
        AssertSigned(requests[0], first.Credentials);
        AssertSigned(requests[1], second.Credentials);
        Assert.NotEqual(first.Credentials.AccessKeyId, second.Credentials.AccessKeyId);
    }

    /// <summary>
    /// Computes the signature again, by https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.
    /// </summary>
    private static void AssertSigned(IRequestMessage request, Credentials credentials)
    {
        var headers = request.Headers!.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        var authorization = headers["authorization"].Split(", ", 3)
            .Select(part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]).ToArray();
        var (credential, signedHeaders, signature) = (authorization[0].Split('/', 2), authorization[1], authorization[2]);
        var canonicalHeaders = string.Concat(signedHeaders.Split(';').Select(name => $"{name}:{headers[name]}\n"));
        var canonicalRequest = $"POST\n/\n\n{canonicalHeaders}\n{signedHeaders}\n{Hash(request.Body!)}";
        var key = Encoding.UTF8.GetBytes("AWS4" + credentials.SecretKey);
        foreach (var part in credential[1].Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        var stringToSign = $"AWS4-HMAC-SHA256\n{headers["x-amz-date"]}\n{credential[1]}\n{Hash(canonicalRequest)}";
        Assert.Equal(credentials.AccessKeyId, credential[0]);
        Assert.Equal(credentials.SessionToken, headers["x-amz-security-token"]);
        Assert.Contains("x-amz-security-token", signedHeaders);
        Assert.Equal(Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign))), signature);
    }

    private static string Hash(string text) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Hex(byte[] bytes) => string.Concat(bytes.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
}
