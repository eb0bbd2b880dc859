#if NET9_0_OR_GREATER
using System.Diagnostics.Metrics;
#endif
using CognitoIdentity.Tests.Retry;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Diagnostics;

[Collection(ListeningTests.Name)]
public sealed class CallMetricsTests
{
    private const string CallDuration = "rpc.client.call.duration";
    private const string AttemptDuration = "cognito_identity.client.attempt.duration";
    private const string Retries = "cognito_identity.client.retries";
    private const string Throttles = "cognito_identity.client.throttles";

    [Fact]
    public async Task Durations_of_a_call_and_its_attempts_are_recorded_in_seconds()
    {
        using var recording = new Recording();
        using var harness = new RetryHarness([CannedResponse.Error("TooManyRequestsException"), CannedResponse.Ok]);

        await harness.GetIdAsync();

        var call = Assert.Single(recording.Find(CallDuration));
        Assert.Equal(1, call.Value, precision: 6);
        Assert.Equal(("GetId", 200, null), (call["rpc.method"], call["http.response.status_code"], call["error.type"]));
        Assert.Equal(("cognito-identity.us-east-1.amazonaws.com", 443), (call["server.address"], call["server.port"]));
        var attempts = recording.Find(AttemptDuration);
        Assert.Equal(["TooManyRequestsException", null], attempts.Select(attempt => attempt["error.type"]));
        Assert.Equal([400, 200], attempts.Select(attempt => attempt["http.response.status_code"]));
    }

    [Fact]
    public async Task Port_of_another_endpoint_is_recorded_too()
    {
        using var recording = new Recording();
        using var harness = new RetryHarness([CannedResponse.Ok], options =>
            (options.Region, options.Endpoint) = (null, new("http://localhost:4566")));

        await harness.GetIdAsync();

        var call = Assert.Single(recording.Find(CallDuration));
        Assert.Equal(("localhost", 4566), (call["server.address"], call["server.port"]));
        Assert.Equal(4566, recording.Span.GetTagItem("server.port"));
    }

    [Theory]
    [InlineData("TooManyRequestsException", 400, "throttling")]
    [InlineData("InternalErrorException", 500, "server_error")]
    [InlineData("ServiceUnavailable", 503, "server_error")]
    public async Task Retries_are_counted_by_their_reason(string code, int status, string reason)
    {
        using var recording = new Recording();
        using var harness = new RetryHarness([CannedResponse.Error(code, status), CannedResponse.Ok]);

        await harness.GetIdAsync();

        var retry = Assert.Single(recording.Find(Retries));
        Assert.Equal(("GetId", reason), (retry["rpc.method"], retry["cognito_identity.retry.reason"]));
    }

    [Fact]
    public async Task Throttled_responses_are_counted_with_the_last_one()
    {
        using var recording = new Recording();
        using var harness = new RetryHarness([CannedResponse.Error("TooManyRequestsException")]);

        await harness.GetIdErrorAsync();

        Assert.Equal(3, recording.Find(Throttles).Count);
        Assert.Equal(2, recording.Find(Retries).Count);
    }

    [Fact]
    public async Task Exhausted_quota_is_counted_and_seen_in_the_span()
    {
        using var recording = new Recording();
        using var harness = new RetryHarness([CannedResponse.Error("InternalErrorException", 500)], tokens: 13);

        await harness.GetIdErrorAsync();

        Assert.Equal("GetId", Assert.Single(recording.Find("cognito_identity.client.retry_quota.exhaustions"))["rpc.method"]);
        Assert.Empty(recording.Find(Retries));
        Assert.Contains(recording.Span.Events, item => item.Name == "retry_quota_exhausted");
    }

    [Fact]
    public async Task Clock_correction_and_its_retry_are_counted_once()
    {
        using var recording = new Recording();
        using var harness = new RetryHarness([]);
        var date = ("Date", (harness.Clock.GetUtcNow() + TimeSpan.FromHours(1)).ToString("r"));
        using var handler = new ScriptedHandler(
            CannedResponse.Body("""{"__type":"InvalidSignatureException","message":"m"}""", 400, date),
            CannedResponse.Body("""{"IdentityPools":[]}""", 200, date));
        using var client = TestClient.Create(handler);

        await client.ListIdentityPoolsAsync(TestClient.ListRequest);
        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Single(recording.Find("cognito_identity.client.clock_corrections"));
        Assert.Equal("clock_skew", Assert.Single(recording.Find(Retries))["cognito_identity.retry.reason"]);
    }

#if NET9_0_OR_GREATER
    // https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/, version 1.41.0
    [Fact]
    public void Histograms_advise_the_buckets_of_the_conventions()
    {
        var histograms = new List<Histogram<double>>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument is Histogram<double> { Meter.Name: "CognitoIdentity" } histogram)
                {
                    histograms.Add(histogram);
                }
            },
        };
        using var client = TestClient.Create(new ScriptedHandler(CannedResponse.Ok));
        _ = client.GetIdAsync(TestClient.GetIdRequest);
        listener.Start();

        Assert.Equal([AttemptDuration, CallDuration], histograms.Select(histogram => histogram.Name).Order());
        Assert.All(histograms, histogram => Assert.Equal("s", histogram.Unit));
        Assert.All(histograms, histogram => Assert.Equal(
            [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
            histogram.Advice!.HistogramBucketBoundaries!));
    }
#endif
}
