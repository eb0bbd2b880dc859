using System.Globalization;
using Amazon;
using Amazon.Runtime.Signing;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Signing;

/// <summary>
/// The client, the reference and AWSSDK.Core's own signer agree over random requests. AWSSDK's signs one header more
/// (<c>x-amz-content-sha256</c>), so the reference stands between the two and is compared with each over its own headers.
/// </summary>
public sealed class RandomSignatureTests
{
    private const int RequestsPerSeed = 150;

    private static readonly string[] Regions = ["us-east-1", "eu-central-1", "us-gov-west-1", "cn-north-1", "mars-north-1"];

    private static readonly string[] Hosts =
        ["proxy.example.com", "127.0.0.1", "[::1]", "[2001:db8::a]", "localhost", "xn--bcher-kva.example"];

    // A part of a base path as it is given, and as it is on the wire (RFC 3986, section 3.3).
    private static readonly (string Given, string Sent)[] PathParts =
    [
        ("custom", "custom"), ("a b", "a%20b"), ("a%20b", "a%20b"), ("ü", "%C3%BC"), ("日本", "%E6%97%A5%E6%9C%AC"), ("%2F", "%2F"),
        ("x+y", "x+y"), ("(z)", "(z)"), ("~t-._", "~t-._"), ("q'*!", "q'*!"), ("@:&=$,;", "@:&=$,;"),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Client_over_random_requests_agrees_with_the_reference_and_with_the_AWS_SDK(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < RequestsPerSeed; i++)
        {
            await CheckAsync(random);
        }
    }

    private static async Task CheckAsync(Random random)
    {
        var secure = random.Next(2) == 0;
        var port = random.Next(3) switch { 0 => (int?)null, 1 => secure ? 443 : 80, _ => random.Next(1024, 65536) };
        var host = Pick(random, Hosts);
        var path = Enumerable.Range(0, random.Next(4)).Select(_ => Pick(random, PathParts)).ToArray();
        var given = string.Concat(path.Select(part => "/" + part.Given)) + (random.Next(2) == 0 ? "/" : "");
        var sent = string.Concat(path.Select(part => "/" + part.Sent)) + "/";
        var hostHeader = port is null or 443 or 80 ? host : $"{host}:{port}";
        var token = random.Next(3) switch { 0 => null, 1 => "", _ => Base64(random) };
        var credentials = new TestCredentials("AKID" + random.Next(), Base64(random), token);
        var region = Pick(random, Regions);
        var now = Time(random);

        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options =>
        {
            options.Region = region;
            options.Endpoint = new($"{(secure ? "https" : "http")}://{host}{(port is null ? "" : $":{port}")}{given}");
            options.AllowInsecureEndpoint = true;
            options.Credentials = credentials;
            options.TimeProvider = new VirtualTime(now);
            options.RequestValidation = RequestValidation.None;
        });
        var tags = new Dictionary<string, string> { [Text(random)] = Text(random) };
        await client.TagResourceAsync(new() { ResourceArn = Text(random), Tags = tags });

        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = "application/x-amz-json-1.1",
            ["host"] = hostHeader,
            ["x-amz-date"] = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
            ["x-amz-target"] = "AWSCognitoIdentityService.TagResource",
        };
        if (!string.IsNullOrEmpty(token))
        {
            headers["x-amz-security-token"] = token;
        }

        var request = handler.Request;
        var keys = credentials.GetCredentials();
        var reference = new ReferenceSignature(region, keys.AccessKey, keys.SecretKey, sent, headers, request.Body);
        Assert.Equal(sent, request.Uri.AbsolutePath);
        Assert.Equal(headers.GetValueOrDefault("x-amz-security-token"), request["X-Amz-Security-Token"]);
        Assert.Equal(reference.Authorization, request["Authorization"]);

        headers["x-amz-content-sha256"] = reference.PayloadHash;
        Assert.Equal(reference.Authorization, SignWithAwsSdk(request, credentials, region, now));
    }

    private static string SignWithAwsSdk(RecordedRequest request, TestCredentials credentials, string region, DateTimeOffset now)
    {
        var description = new AWSSigningRequest { HttpMethod = request.Method, RequestUri = request.Uri, Content = request.Body };
        description.Headers["content-type"] = request["Content-Type"];
        description.Headers["x-amz-target"] = request["X-Amz-Target"];
        var result = AWSSigV4Signer.Sign(description, new()
        {
            Credentials = credentials,
            Region = RegionEndpoint.GetBySystemName(region),
            Service = "cognito-identity",
            SignedAt = now.UtcDateTime,
        });
        return result.Headers["Authorization"];
    }

    private static DateTimeOffset Time(Random random)
    {
        var day = Pick(random, [new(2024, 2, 29), new(2025, 12, 31), new DateTime(2026, 1, 1).AddDays(random.Next(3000))]);
        var second = Pick(random, [0, 86_399, random.Next(86_400)]);
        return new DateTimeOffset(day, TimeSpan.Zero).AddSeconds(second);
    }

    private static string Text(Random random)
    {
        const string Characters = "abc /+=\"\\<>&'\n\té日😀\u0001";
        var runes = Characters.EnumerateRunes().ToArray();
        return string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pick(random, runes)));
    }

    private static string Base64(Random random)
    {
        var bytes = new byte[random.Next(1, 300)];
        random.NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];
}
