using System.Diagnostics;
using CognitoIdentity.Tests.Conventions;
using CognitoIdentity.Tests.Retry;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Diagnostics;

[Collection(ListeningTests.Name)]
public sealed class CallSpanTests
{
    // https://opentelemetry.io/docs/specs/semconv/cloud-providers/aws-sdk/, version 1.41.0; aws.region is from before it had cloud.region.
    [Fact]
    public async Task Span_of_a_call_has_the_attributes_of_the_conventions()
    {
        using var recording = new Recording();
        using var harness = new RetryHarness([CannedResponse.Ok]);

        await harness.GetIdAsync();

        var span = recording.Span;
        Assert.Equal(("Cognito Identity/GetId", ActivityKind.Client), (span.DisplayName, span.Kind));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["rpc.system"] = "aws-api",
                ["rpc.service"] = "Cognito Identity",
                ["rpc.method"] = "GetId",
                ["aws.request_id"] = CannedResponse.RequestId,
                ["cloud.region"] = "us-east-1",
                ["aws.region"] = "us-east-1",
                ["server.address"] = "cognito-identity.us-east-1.amazonaws.com",
                ["server.port"] = 443,
                ["http.response.status_code"] = 200,
                ["cognito_identity.attempts"] = 1,
            },
            span.TagObjects.ToDictionary());
    }

    [Theory]
    [MemberData(nameof(Contract.OperationNames), MemberType = typeof(Contract))]
    public async Task Span_has_the_name_of_its_operation(string operation)
    {
        using var recording = new Recording();
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        using var client = handler.CreateClient();

        await Calls.ByName[operation](client, default);

        Assert.Equal($"Cognito Identity/{operation}", recording.Span.DisplayName);
    }

    [Fact]
    public async Task Span_has_an_event_for_each_attempt_and_each_retry()
    {
        using var recording = new Recording();
        using var harness =
            new RetryHarness([CannedResponse.Error("TooManyRequestsException"), CannedResponse.NotConnected, CannedResponse.Ok]);

        await harness.GetIdAsync();

        var span = recording.Span;
        Assert.Equal(["attempt", "retry", "attempt", "retry", "attempt"], span.Events.Select(item => item.Name));
        var tags = span.Events.Select(item => item.Tags.ToDictionary()).ToList();
        Assert.Equal(("TooManyRequestsException", 400), (tags[0]["error.type"], tags[0]["http.response.status_code"]));
        Assert.Equal(("throttling", 1.0), (tags[1]["cognito_identity.retry.reason"], tags[1]["cognito_identity.retry.delay"]));
        Assert.Equal("CognitoIdentity.CognitoIdentityConnectionException", tags[2]["error.type"]);
        Assert.DoesNotContain("http.response.status_code", tags[2]);
        Assert.Equal(("connection", 0.1), (tags[3]["cognito_identity.retry.reason"], tags[3]["cognito_identity.retry.delay"]));
        Assert.Equal((3, 200), (tags[4]["cognito_identity.attempt"], tags[4]["http.response.status_code"]));
        Assert.DoesNotContain("error.type", tags[4]);
        Assert.Equal(TimeSpan.FromSeconds(1.1), span.Duration);
        Assert.Equal(
            harness.Arrivals.Select(arrival => arrival.Time),
            span.Events.Where(item => item.Name == "attempt").Select(item => item.Timestamp));
    }

    [Fact]
    public async Task Span_of_a_failed_call_has_the_error_code_and_not_the_message()
    {
        using var recording = new Recording();
        using var harness = new RetryHarness([CannedResponse.Error("NotAuthorizedException", message: "Some message")]);

        await harness.GetIdErrorAsync();

        var span = recording.Span;
        Assert.Equal((ActivityStatusCode.Error, "NotAuthorizedException"), (span.Status, span.StatusDescription));
        Assert.Equal(("NotAuthorizedException", 400), (span.GetTagItem("error.type"), span.GetTagItem("http.response.status_code")));
        Assert.DoesNotContain("Some message", recording.Text);
    }

    [Fact]
    public async Task Span_of_a_timeout_says_so_in_the_call_and_in_the_attempt()
    {
        using var recording = new Recording();
        using var harness = new RetryHarness([CannedResponse.Never], options => options.MaxAttempts = 1);

        var call = harness.GetIdErrorAsync();
        await harness.Handler.Received;
        harness.Clock.Advance(TimeSpan.FromSeconds(10));
        await call;

        var span = recording.Span;
        Assert.Equal("CognitoIdentity.CognitoIdentityTimeoutException", span.GetTagItem("error.type"));
        Assert.Equal("CognitoIdentity.CognitoIdentityTimeoutException", Assert.Single(span.Events).Tags.ToDictionary()["error.type"]);
        Assert.Equal(TimeSpan.FromSeconds(10), span.Duration);
    }

    [Fact]
    public async Task Span_of_a_canceled_call_ends_with_the_cancellation()
    {
        using var recording = new Recording();
        using var harness = new RetryHarness([CannedResponse.Never]);
        using var cancellation = new CancellationTokenSource();

        var call = harness.GetIdAsync(cancellation.Token);
        await harness.Handler.Received;
        await cancellation.CancelAsync();
        await TestClient.FailureAsync<OperationCanceledException>(call);

        Assert.Matches(@"^System\.\w+\.?\w*\.?\w*CanceledException$", (string)recording.Span.GetTagItem("error.type")!);
    }

    [Fact]
    public async Task Span_is_the_parent_of_what_happens_during_the_call_and_ends_with_it()
    {
        using var recording = new Recording();
        using var outer = new Activity("outer").Start();
        string? during = null;
        using var harness = new RetryHarness([(request, token) =>
        {
            during = Activity.Current?.Id;
            return CannedResponse.Ok(request, token);
        }]);

        await harness.GetIdAsync();

        Assert.Equal(recording.Span.Id, during);
        Assert.Equal(outer.Id, recording.Span.ParentId);
        Assert.Same(outer, Activity.Current);
    }
}
