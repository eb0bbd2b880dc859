using System.Net;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>Responses of something else than the service: the error says so, and from where they came.</summary>
public sealed class ForeignResponseTests
{
    private const string Unlike = "does not look like one of Amazon Cognito";

    [Theory]
    [InlineData(404, "<html><body>Not Found</body></html>")]
    [InlineData(404, """{"error":"not found"}""")]
    [InlineData(404, """{"code":404,"message":"No such page"}""")]
    [InlineData(403, "Forbidden by policy")]
    [InlineData(503, "")]
    public async Task Error_of_another_server_names_the_endpoint_and_the_status(int status, string body)
    {
        var error = await TestClient.ErrorOfAsync(Foreign(status, body));

        Assert.Equal(ErrorReason.NotCognitoIdentity, error.Reason);
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Contains(
            $"https://cognito-identity.us-east-1.amazonaws.com/ (status {status}) {Unlike}", error.Message, StringComparison.Ordinal);
    }

    // Pages as Amazon CloudFront, AWS WAF in front of a load balancer, Squid and the sign-in page of a network send them. The message is
    // the reason of the status, without a line of the page.
    [Theory]
    [InlineData(
        403, "Forbidden", "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">\n<HTML><HEAD>Request blocked.", "CloudFront")]
    [InlineData(503, "Service Unavailable", "\uFEFF<html>\r\n<head><title>503 Service Temporarily Unavailable</title>", "awselb/2.0")]
    [InlineData(407, "Proxy Authentication Required", "\n <!DOCTYPE html><html><head><title>ERROR: Cache Access Denied", "squid/6.6")]
    [InlineData(511, "Network Authentication Required", "<html><body>Accept the terms", "nginx")]
    public async Task Page_of_another_server_is_named_by_its_status_and_not_shown(int status, string reason, string page, string server)
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Json(
            page, status, ("Content-Type", "text/html"), ("Server", server), ("X-Amz-Cf-Id", "Qz3Jcf0vQ=="),
            ("Proxy-Authenticate", "Basic")));

        Assert.Equal(($"{status}", reason, null), (error.ErrorCode, error.ServiceMessage, error.RequestId));
        Assert.Equal(ErrorReason.NotCognitoIdentity, error.Reason);
        Assert.Equal(status == 503, error.IsTransient);
        Assert.False(error.IsThrottling);
    }

    // gzip that the request did not ask for, and a page that would color a terminal.
    [Theory]
    [InlineData(new byte[] { 0x1f, 0x8b, 0x08, 0x00, 0xb3, 0xc9, 0x28 })]
    [InlineData(new byte[] { 0x1b, (byte)'[', (byte)'3', (byte)'1', (byte)'m', (byte)'!' })]
    public async Task Body_that_is_not_text_is_not_shown(byte[] body)
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Body(body, 502));

        Assert.Equal("Bad Gateway", error.ServiceMessage);
    }

    [Fact]
    public async Task Byte_order_mark_in_front_of_JSON_is_skipped()
    {
        var error = await TestClient.ErrorOfAsync(
            CannedResponse.Body("\uFEFF" + """{"__type":"ResourceNotFoundException","message":"IdentityPool 'x' not found."}""", 400));
        using var handler = new ScriptedHandler(CannedResponse.Body("\uFEFF" + """{"IdentityId":"us-east-1:1"}"""));
        using var client = TestClient.Create(handler);

        Assert.IsType<ResourceNotFoundException>(error);
        Assert.Equal("us-east-1:1", (await client.GetIdAsync(TestClient.GetIdRequest)).IdentityId);
    }

    [Theory]
    [InlineData("https://login.example/portal?token=secret", "https://login.example/portal")]
    [InlineData("/signin?X-Amz-Signature=secret", "https://cognito-identity.us-east-1.amazonaws.com/signin")]
    public async Task Redirect_is_named_without_its_query(string location, string shown)
    {
        var error = await TestClient.ErrorOfAsync(Foreign(302, "", location));

        Assert.Contains($"(status 302, which redirects to {shown}) {Unlike}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>Welcome to our network</html>")]
    [InlineData("""{"hello":"world"}""")]
    public async Task Success_of_another_server_is_an_invalid_response_that_says_so(string body)
    {
        var error = Assert.IsType<InvalidResponseException>(await TestClient.ErrorOfAsync(Foreign(200, body)));

        Assert.StartsWith("The response to GetId ", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            $"https://cognito-identity.us-east-1.amazonaws.com/ (status 200) {Unlike}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endpoint_is_shown_without_the_signature_in_its_query()
    {
        using var handler = new ScriptedHandler(Foreign(404, "no"));
        using var client = TestClient.Create(handler, options => options.SignatureLocation = SignatureLocation.QueryString);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Contains("https://cognito-identity.us-east-1.amazonaws.com/ (status 404)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Amz-", error.ToString(), StringComparison.Ordinal);
    }

    // Test servers may send no request ids.
    [Fact]
    public async Task Error_with_a_code_of_the_service_is_the_services()
    {
        var error = await TestClient.ErrorOfAsync(Foreign(400, """{"__type":"LimitExceededException","message":"Too many"}"""));

        Assert.Equal("Too many", error.Message);
    }

    [Fact]
    public async Task Error_with_a_request_id_is_the_services()
    {
        var error = await TestClient.ErrorOfAsync(CannedResponse.Body("<html>", 500));

        Assert.Equal(ErrorReason.Unknown, error.Reason);
        Assert.Null(error.Hint);
    }

    private static Step Foreign(int status, string body, string? location = null) => (_, _) =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        response.Headers.Location = location is null ? null : new(location, UriKind.RelativeOrAbsolute);
        return Task.FromResult(response);
    };
}
