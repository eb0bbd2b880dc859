using System.Net;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Errors;

/// <summary>
/// Throttling, transient or neither, as the AWS SDKs have it: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html.
/// </summary>
public sealed class ErrorClassificationTests
{
    private static readonly string[] Throttling =
    [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException", "RequestThrottled",
        "TooManyRequestsException", "RequestLimitExceeded", "BandwidthLimitExceeded", "SlowDown", "ProvisionedThroughputExceededException",
        "TransactionInProgressException", "PriorRequestNotComplete", "EC2ThrottledException",
    ];

    private static readonly string[] Final =
    [
        "ConcurrentModificationException", "ExternalServiceException", "NotAuthorizedException", "ResourceConflictException",
        "ResourceNotFoundException", "InvalidParameterException", "ExpiredTokenException", "LimitExceededException",
        "AccessDeniedException",
    ];

    public static TheoryData<string> ThrottlingCodes => [.. Throttling];

    public static TheoryData<string> FinalCodes => [.. Final];

    [Theory]
    [MemberData(nameof(ThrottlingCodes))]
    public async Task Throttling_code_is_throttling_under_any_status(string code)
    {
        foreach (var status in new[] { 400, 429, 500, 503 })
        {
            await CheckAsync(CannedResponse.Error(code, status), throttling: true, transient: false);
        }
    }

    [Theory]
    [MemberData(nameof(FinalCodes))]
    public async Task Error_that_waiting_does_not_help_is_not_retried(string code)
    {
        await CheckAsync(CannedResponse.Error(code, 400), throttling: false, transient: false);
        await CheckAsync(CannedResponse.Error(code, 429), throttling: false, transient: false);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(501, false)]
    [InlineData(505, false)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(408, false)]
    public async Task Status_without_a_code_is_transient_only_for_four_server_errors(int status, bool transient) =>
        await CheckAsync(CannedResponse.Body("", status), throttling: false, transient);

    [Theory]
    [InlineData("RequestTimeout")]
    [InlineData("RequestTimeoutException")]
    public async Task Request_timeout_of_the_service_is_transient(string code) =>
        await CheckAsync(CannedResponse.Error(code), throttling: false, transient: true);

    [Theory]
    [InlineData("")]
    [InlineData("""{"__type":"BrandNewException"}""")]
    public async Task Status_429_without_a_known_code_is_throttling(string body) =>
        await CheckAsync(CannedResponse.Body(body, 429), throttling: true, transient: false);

    [Fact]
    public void Error_made_by_a_users_fake_is_classified_like_the_services()
    {
        Assert.True(new CognitoIdentityException { ErrorCode = "SlowDown" }.IsThrottling);
        Assert.True(new CognitoIdentityException { StatusCode = HttpStatusCode.TooManyRequests }.IsThrottling);
        Assert.True(new CognitoIdentityException { StatusCode = HttpStatusCode.BadGateway }.IsTransient);
        Assert.True(new CognitoIdentityConnectionException().IsTransient);
        Assert.True(new CognitoIdentityTimeoutException().IsTransient);
        Assert.False(new InvalidResponseException { StatusCode = HttpStatusCode.OK }.IsTransient);
        Assert.False(new CognitoIdentityException().IsThrottling);
    }

    private static async Task CheckAsync(Step response, bool throttling, bool transient)
    {
        using var handler = new ScriptedHandler(response);
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal((throttling, transient), (error.IsThrottling, error.IsTransient));
        Assert.Equal(throttling || transient ? 3 : 1, handler.Requests.Count);
    }
}
