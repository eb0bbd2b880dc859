using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Signing;

public sealed class SigningVectorTests
{
    private const string PoolId = TestClient.PoolId;

    // Those whose body has its members in the order in which the client writes them.
    private static readonly Dictionary<string, Func<ICognitoIdentityClient, Task>> CallsOfVectors = new()
    {
        ["get-identity-pool-roles"] = client => client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = PoolId }),
        ["list-identity-pools-session-token"] = client => client.ListIdentityPoolsAsync(new() { MaxResults = 60 }),
        ["list-identities-custom-endpoint-port"] = client =>
            client.ListIdentitiesAsync(new() { IdentityPoolId = PoolId, MaxResults = 10, NextToken = "abc+/==" }),
        ["tag-resource-custom-path-session-token"] = client => client.TagResourceAsync(new()
        {
            ResourceArn = $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{PoolId}",
            Tags = new Dictionary<string, string> { ["k"] = "" },
        }),
        ["bonus-delete-identity-pool-default-port-in-url"] = client => client.DeleteIdentityPoolAsync(new() { IdentityPoolId = PoolId }),
    };

    public static TheoryData<string> IdsWithCalls => [.. CallsOfVectors.Keys];

    [Theory]
    [MemberData(nameof(SigningVector.Ids), MemberType = typeof(SigningVector))]
    public void Reference_signature_of_every_vector_is_the_vectors_at_each_step(string id)
    {
        var vector = SigningVector.ById(id);

        Assert.Equal(vector.CanonicalRequest, vector.Reference.CanonicalRequest);
        Assert.Equal(vector.StringToSign, vector.Reference.StringToSign);
        Assert.Equal(vector.Signature, vector.Reference.Signature);
        Assert.Equal(vector.Authorization, vector.Reference.Authorization);
    }

    // The amz-sdk-* headers and the user agent are on every one of these requests, and on none is signed: for that reason the vector
    // that signs them cannot apply here.
    [Theory]
    [MemberData(nameof(SigningVector.IdsOfOurHeaders), MemberType = typeof(SigningVector))]
    public async Task Handler_given_a_vectors_exact_body_gives_its_authorization(string id)
    {
        var vector = SigningVector.ById(id);

        var sent = await SignAsync(vector, Request(vector));

        Assert.Equal(vector.Authorization, sent["Authorization"]);
        Assert.Equal(vector.Timestamp, sent["X-Amz-Date"]);
        Assert.Equal(vector.SessionToken, sent["X-Amz-Security-Token"]);
    }

    [Theory]
    [MemberData(nameof(IdsWithCalls))]
    public async Task Client_called_as_in_a_vector_sends_its_body_and_authorization(string id)
    {
        var vector = SigningVector.ById(id);
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options =>
        {
            options.Region = vector.Region;
            options.Endpoint = vector.Url;
            options.Credentials = vector.Credentials;
            options.TimeProvider = vector.Clock;
        });

        await CallsOfVectors[id](client);

        Assert.Equal(vector.BodyUtf8, handler.Request.Text);
        Assert.Equal(vector.Authorization, handler.Request["Authorization"]);
    }

    [Fact]
    public async Task Handler_given_a_request_that_was_signed_before_replaces_its_authorization_date_and_token()
    {
        var vector = SigningVector.ById("get-identity-pool-roles");
        var request = Request(vector);
        request.Headers.TryAddWithoutValidation("authorization", "AWS4-HMAC-SHA256 Credential=old");
        request.Headers.TryAddWithoutValidation("x-amz-date", "20000101T000000Z");
        request.Headers.TryAddWithoutValidation("x-amz-security-token", "old");

        var sent = await SignAsync(vector, request);

        Assert.Equal(vector.Authorization, sent["Authorization"]);
        Assert.Equal(vector.Timestamp, sent["X-Amz-Date"]);
        Assert.Null(sent["X-Amz-Security-Token"]);
    }

    private static HttpRequestMessage Request(SigningVector vector)
    {
        var content = new ByteArrayContent(vector.Body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.1");
        var request = new HttpRequestMessage(HttpMethod.Post, vector.Url) { Content = content };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "AWSCognitoIdentityService." + vector.Operation);
        request.Headers.TryAddWithoutValidation("User-Agent", "agent/1.0");
        request.Headers.TryAddWithoutValidation("amz-sdk-invocation-id", "3b0d4a1e-6c53-4f0b-9d5e-0c6b2b1f7a11");
        request.Headers.TryAddWithoutValidation("amz-sdk-request", "attempt=1; max=3");
        return request;
    }

    private static async Task<RecordedRequest> SignAsync(SigningVector vector, HttpRequestMessage request)
    {
        using var inner = new ScriptedHandler(CannedResponse.Ok);
        var settings = ClientSettings.Resolve(new() { Region = vector.Region }, _ => null, () => null);
        using var signing =
            new SigV4SigningHandler(new(vector.Credentials, container: null), settings, new(vector.Clock, corrects: true), inner);
        var call = new Call(ListIdentityPoolsRequest.Operation, vector.Body, "", default);
        await signing.FetchCredentialsAsync(call, default);
        signing.Sign(request, call);
        using var invoker = new HttpMessageInvoker(inner);
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        return inner.Request;
    }
}
