using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>
/// Errors that Amazon API Gateway sends in front of, or in place of, the service. Like the service it sends a request id and
/// <c>x-amzn-ErrorType</c>, as its responses to an unknown path, to a missing key and to a blocked request show.
/// </summary>
public sealed class GatewayResponseTests
{
    private const string Unlike = "does not look like one of Amazon Cognito";

    [Theory]
    [InlineData(403, "MissingAuthenticationTokenException", """{"message":"Missing Authentication Token"}""")]
    [InlineData(403, "ForbiddenException", """{"message":"Forbidden"}""")]
    [InlineData(403, "ForbiddenException", "")]
    [InlineData(502, "InternalServerErrorException", """{"message": "Internal server error"}""")]
    public async Task Error_of_a_gateway_names_the_endpoint_although_it_has_a_request_id(int status, string code, string body)
    {
        var error = await TestClient.ErrorOfAsync(Gateway(status, code, body));

        Assert.Equal((code, CannedResponse.RequestId), (error.ErrorCode, error.RequestId));
        Assert.Equal(ErrorReason.NotCognitoIdentity, error.Reason);
        Assert.Contains(
            $"https://cognito-identity.us-east-1.amazonaws.com/ (status {status}) {Unlike}", error.Message, StringComparison.Ordinal);
    }

    // Test servers send plain JSON too, with the code in the body.
    [Theory]
    [InlineData("""{"__type":"MissingAuthenticationTokenException","message":"m"}""")]
    [InlineData("""{"code":"MissingAuthenticationTokenException","message":"m"}""")]
    public async Task Error_with_its_code_in_plain_JSON_is_the_services(string body)
    {
        var error = await TestClient.ErrorOfAsync(Gateway(400, "MissingAuthenticationTokenException", body));

        Assert.IsType<MissingAuthenticationTokenException>(error);
        Assert.DoesNotContain(Unlike, error.Message, StringComparison.Ordinal);
    }

    private static Step Gateway(int status, string code, string body) => CannedResponse.Body(
        body, status, ("Content-Type", "application/json"), ("x-amzn-ErrorType", code), ("x-amz-apigw-id", "UbvlyHpnoAMFftQ="));
}
