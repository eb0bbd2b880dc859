using System.Net;
using System.Net.Http.Headers;
using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>
/// Status 200 of another server. An operation whose response may lack every member would take any JSON object for its empty output, so that
/// a wrong endpoint looks like an account without pools, or like a deletion that succeeded.
/// </summary>
public sealed class ForeignSuccessTests
{
    private const string ServiceType = "application/x-amz-json-1.1";
    private const string Unlike =
        "https://cognito-identity.us-east-1.amazonaws.com/ (status 200) does not look like one of Amazon Cognito";

    public static TheoryData<string> WithOutput { get; } =
        new(Contract.Instance.Operations.Where(operation => !operation.Value.EmptyResponseBody).Select(operation => operation.Key));

    public static TheoryData<string> WithoutOutput { get; } =
        new(Contract.Instance.Operations.Where(operation => operation.Value.EmptyResponseBody).Select(operation => operation.Key));

    [Theory]
    [MemberData(nameof(WithOutput))]
    public async Task Json_of_another_server_is_an_invalid_response_that_says_so(string operation)
    {
        var typed = await FailureAsync(operation, Response("""{"hello":"world"}""", "application/json"));
        var plain = await FailureAsync(operation, Response("""{"hello":"world"}""", "text/plain"));

        Assert.All([typed, plain], error =>
        {
            Assert.Equal((ErrorReason.NotCognitoIdentity, HttpStatusCode.OK), (error.Reason, error.StatusCode));
            Assert.Contains(Unlike, error.Message, StringComparison.Ordinal);
        });
    }

    // Amazon API Gateway and Lambda function URLs send request ids like those of the service, but not its content type.
    [Theory]
    [MemberData(nameof(WithOutput))]
    public async Task Json_of_another_AWS_service_is_an_invalid_response_that_says_so(string operation)
    {
        var error = await FailureAsync(operation, Response("""{"hello":"world"}""", "application/json", CannedResponse.RequestId));

        Assert.Equal(ErrorReason.NotCognitoIdentity, error.Reason);
        Assert.Equal(CannedResponse.RequestId, error.RequestId);
        Assert.Contains(Unlike, error.Message, StringComparison.Ordinal);
    }

    // Test servers leave out the request id, or the content type, or both: https://github.com/getmoto/moto/issues/7162
    [Theory]
    [InlineData("", "text/html", null)]
    [InlineData("{}", "text/html", null)]
    [InlineData("{}", "application/json", null)]
    [InlineData("""{"IdentityPools":[]}""", "text/html", null)]
    [InlineData("""{"NextToken":null}""", "application/json", null)]
    [InlineData("""{"New":{"Nested":1},"IdentityPools":[]}""", "application/json", null)]
    [InlineData("""{"NewOfTheService":{"IdentityPools":[1]}}""", ServiceType, CannedResponse.RequestId)]
    [InlineData("""{"NewOfTheService":1}""", ServiceType, null)]
    [InlineData("""{"NewOfTheService":1}""", "text/plain", CannedResponse.RequestId)]
    public async Task Response_of_the_service_or_of_a_test_server_is_read(string body, string contentType, string? requestId)
    {
        using var handler = new ScriptedHandler(Response(body, contentType, requestId));
        using var client = TestClient.Create(handler);

        Assert.Empty((await client.ListIdentityPoolsAsync(TestClient.ListRequest)).IdentityPools);
    }

    [Theory]
    [MemberData(nameof(WithoutOutput))]
    public async Task Page_or_json_of_another_server_is_not_a_success_of_an_operation_without_output(string operation)
    {
        var page = await FailureAsync(operation, Response("\r\n<!doctype html><p>Blocked by your network</p>", "text/html"));
        var json = await FailureAsync(operation, Response("""{"status":"up"}""", "application/json"));

        Assert.All([page, json], error => Assert.Contains(Unlike, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "text/html", null)]
    [InlineData(" {} ", "text/html", null)]
    [InlineData("OK", "text/plain", null)]
    [InlineData("<html></html>", "text/html", CannedResponse.RequestId)]
    [InlineData("""{"hello":"world"}""", "application/json", CannedResponse.RequestId)]
    public async Task Response_without_output_has_any_body_that_the_service_or_a_test_server_sends(
        string body, string contentType, string? requestId)
    {
        using var handler = new ScriptedHandler(Response(body, contentType, requestId));
        using var client = TestClient.Create(handler);

        await Calls.ByName["DeleteIdentityPool"](client, default);

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Identities_are_not_reported_as_deleted_when_another_server_responds()
    {
        using var handler = new ScriptedHandler(Response("""{"hello":"world"}""", "application/json"));
        using var client = TestClient.Create(handler);

        var error = await Assert.ThrowsAsync<BulkOperationException>(
            () => client.BulkDeleteIdentitiesAsync([TestClient.PoolId], new() { TimeProvider = new VirtualTime() }));

        var result = Assert.IsType<BulkDeleteIdentitiesResult>(error.Result);
        Assert.Empty(result.Deleted);
        Assert.Equal(TestClient.PoolId, Assert.Single(result.Undeleted).IdentityId);
    }

    private static async Task<InvalidResponseException> FailureAsync(string operation, Step response)
    {
        using var handler = new ScriptedHandler(response);
        using var client = TestClient.Create(handler, options => options.MaxAttempts = 1);
        return await TestClient.FailureAsync<InvalidResponseException>(Calls.ByName[operation](client, default));
    }

    private static Step Response(string body, string contentType, string? requestId = null) => (_, _) =>
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType, "utf-8");
        if (requestId is not null)
        {
            response.Headers.Add("x-amzn-RequestId", requestId);
        }

        return Task.FromResult(response);
    };
}
