using Amazon.Runtime;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Signing;

/// <summary>Signatures in the query string, with the Common Parameters of the API reference.</summary>
public sealed class QuerySignatureTests : IDisposable
{
    private const string Token =
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI==";

    private readonly ScriptedHandler _handler = new(CannedResponse.Ok);

    public void Dispose() => _handler.Dispose();

    [Theory]
    [InlineData(null, "https://proxy.example.com:8443/custom/")]
    [InlineData("", "https://cognito-identity.us-east-1.amazonaws.com/")]
    [InlineData(Token, "https://cognito-identity.us-east-1.amazonaws.com/")]
    [InlineData(Token, "http://127.0.0.1:5050/a%20b/")]
    public async Task Signature_in_the_query_is_the_references_and_no_header_carries_any_of_it(string? token, string endpoint)
    {
        var keys = new ImmutableCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", token);
        using var client = TestClient.Create(_handler, options =>
        {
            options.SignatureLocation = SignatureLocation.QueryString;
            options.Endpoint = new(endpoint);
            options.Credentials = new TestCredentials(keys.AccessKey, keys.SecretKey, token);
        });

        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        var request = _handler.Request;
        var parameters = request.Uri.Query[1..].Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        string[] names =
            ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-SignedHeaders", "X-Amz-Signature"];
        Assert.Equal(names.Where(name => name != "X-Amz-Security-Token" || !string.IsNullOrEmpty(token)).Order(), parameters.Keys.Order());
        Assert.Equal("AWS4-HMAC-SHA256", parameters["X-Amz-Algorithm"]);
        Assert.Equal("content-type%3Bhost%3Bx-amz-target", parameters["X-Amz-SignedHeaders"]);
        Assert.Equal(string.IsNullOrEmpty(token) ? null : token,
            Uri.UnescapeDataString(parameters.GetValueOrDefault("X-Amz-Security-Token", "")) is { Length: > 0 } sent ? sent : null);
        Assert.All(["Authorization", "X-Amz-Date", "X-Amz-Security-Token"], name => Assert.Null(request[name]));
        Assert.Equal(Reference(request, parameters, keys).Signature, parameters["X-Amz-Signature"]);
    }

    [Fact]
    public async Task Retry_is_signed_again_in_the_query()
    {
        using var failing = new ScriptedHandler(CannedResponse.Error("InternalErrorException", 500), CannedResponse.Ok);
        using var client = TestClient.Create(failing, options => options.SignatureLocation = SignatureLocation.QueryString);

        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal(2, failing.Requests.Count);
        Assert.All(failing.Requests,
            request => Assert.Single(request.Uri.Query.Split('&'), part => part.StartsWith("X-Amz-Signature", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Anonymous_call_has_no_query()
    {
        using var client = TestClient.Create(_handler, options => options.SignatureLocation = SignatureLocation.QueryString);

        await client.GetIdAsync(TestClient.GetIdRequest);

        Assert.Empty(_handler.Request.Uri.Query);
    }

    // The canonical query is the one on the wire, sorted by name, without the signature.
    private static ReferenceSignature Reference(RecordedRequest request, Dictionary<string, string> parameters, ImmutableCredentials keys)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = request["Content-Type"]!,
            ["host"] = request.Uri.Authority,
            ["x-amz-target"] = request["X-Amz-Target"]!,
        };
        var query = parameters.Where(part => part.Key != "X-Amz-Signature")
            .OrderBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => $"{part.Key}={part.Value}");
        return new(
            "us-east-1", keys.AccessKey, keys.SecretKey, request.Uri.AbsolutePath, headers, request.Body, string.Join('&', query),
            parameters["X-Amz-Date"]);
    }
}
