using Amazon.Runtime;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Tests.Signing;

public sealed class SigningTests
{
    private static readonly string[] AuthHeaders = ["Authorization", "X-Amz-Date", "X-Amz-Security-Token"];

    public static TheoryData<string> AnonymousOperations => [.. Calls.Anonymous];

    public static TheoryData<string> SignedOperations => [.. Calls.Signed];

    [Theory]
    [InlineData(null, "content-type;host;x-amz-date;x-amz-target")]
    [InlineData("", "content-type;host;x-amz-date;x-amz-target")]
    [InlineData("token", "content-type;host;x-amz-date;x-amz-security-token;x-amz-target")]
    public async Task Signature_with_or_without_a_session_token_covers_exactly_the_documented_headers(string? token, string expected)
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => options.Credentials = new TestCredentials("AKID", "secret", token));

        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Contains($" SignedHeaders={expected}, ", handler.Request["Authorization"]);
        Assert.Equal(expected.Contains("token", StringComparison.Ordinal) ? token : null, handler.Request["X-Amz-Security-Token"]);
    }

    [Theory]
    [MemberData(nameof(AnonymousOperations))]
    public async Task Anonymous_operation_with_credentials_configured_never_asks_for_them(string operation)
    {
        var credentials = TestCredentials.Failing(new InvalidOperationException("Asked for credentials"));
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => options.Credentials = credentials);

        await Calls.ByName[operation](client, default);

        Assert.Equal(0, credentials.Asked);
        Assert.All(AuthHeaders, name => Assert.Null(handler.Request[name]));
    }

    [Theory]
    [MemberData(nameof(SignedOperations))]
    public async Task Signed_operation_carries_a_signature_of_the_clients_region(string operation)
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => options.Region = "eu-central-1");

        await Calls.ByName[operation](client, default);

        Assert.StartsWith(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-central-1/cognito-identity/aws4_request, ",
            handler.Request["Authorization"]);
    }

    [Theory]
    [InlineData("https://cognito-identity-fips.us-gov-west-1.amazonaws.com/", "us-gov-west-1", true, false, "us-gov-west-1")]
    [InlineData("https://cognito-identity-fips.eu-west-1.api.aws/", "fips-eu-west-1", false, true, "eu-west-1")]
    public async Task Signature_of_a_FIPS_or_dual_stack_endpoint_names_the_plain_region(
        string url,
        string region,
        bool fips,
        bool dualStack,
        string expected)
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options =>
            (options.Region, options.UseFipsEndpoint, options.UseDualStackEndpoint) = (region, fips, dualStack));

        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal(url, handler.Request.Uri.AbsoluteUri);
        Assert.Contains($"/{expected}/cognito-identity/aws4_request,", handler.Request["Authorization"]);
    }

    [Fact]
    public async Task Retry_is_signed_again_with_the_credentials_and_the_date_of_its_own_time()
    {
        var clock = new VirtualTime();
        var keys = new Queue<string>(["AKIDFIRST", "AKIDSECOND"]);
        var credentials = new TestCredentials(() => Task.FromResult(new ImmutableCredentials(keys.Dequeue(), "secret", null)));
        using var handler = new ScriptedHandler(
            (request, token) =>
            {
                clock.Advance(TimeSpan.FromSeconds(3));
                return CannedResponse.Error("InternalErrorException", 500)(request, token);
            },
            CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => (options.Credentials, options.TimeProvider) = (credentials, clock));

        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal(["20260101T000000Z", "20260101T000003Z"], handler.Requests.Select(request => request["X-Amz-Date"]));
        Assert.Contains("Credential=AKIDFIRST/", handler.Requests[0]["Authorization"]);
        Assert.Contains("Credential=AKIDSECOND/", handler.Requests[1]["Authorization"]);
    }

    // Whatever a client remembers from one signature to the next, it may not outlive the day, the key or the token.
    [Fact]
    public async Task Signatures_of_one_client_follow_its_credentials_and_the_day_as_they_change()
    {
        var clock = new VirtualTime(new(2026, 1, 1, 23, 59, 58, TimeSpan.Zero));
        var keys = new ImmutableCredentials("AKID", "secret", null);
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options =>
            (options.TimeProvider, options.Credentials) = (clock, new TestCredentials(() => Task.FromResult(keys))));

        await CallAsync("20260101T235958Z");
        clock.Advance(TimeSpan.FromSeconds(2));
        await CallAsync("20260102T000000Z");
        clock.SetClock(TimeSpan.FromSeconds(-1));
        await CallAsync("20260101T235959Z");
        keys = new("AKID", "other secret", null);
        await CallAsync("20260101T235959Z");
        keys = new("OTHER", "other secret", "token");
        await CallAsync("20260101T235959Z");
        keys = new("OTHER", "other secret", "other-token");
        await CallAsync("20260101T235959Z");

        async Task CallAsync(string date)
        {
            await client.ListIdentityPoolsAsync(TestClient.ListRequest);
            var request = handler.Requests[^1];
            Assert.Equal(date, request["X-Amz-Date"]);
            Assert.Equal(keys.UseToken ? keys.Token : null, request["X-Amz-Security-Token"]);
            Assert.Equal(ReferenceSignature.Compute(request, "us-east-1", keys).Authorization, request["Authorization"]);
        }
    }

    [Fact]
    public async Task Region_missing_beside_an_endpoint_is_an_error_of_signed_operations_alone()
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => (options.Region, options.Endpoint) = (null, new("http://127.0.0.1:1/")));

        await client.GetIdAsync(TestClient.GetIdRequest);
        var error = await TestClient.FailureAsync<OptionsValidationException>(client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Contains("No region", error.Message);
        Assert.Contains("AWS_REGION", error.Message);
        Assert.Single(handler.Requests);
    }
}
