using System.Diagnostics;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>
/// Three incidents as an operator sees them, who has set up OpenTelemetry and a log as the guide says: each is to be understood from the
/// log alone, from the traces alone and from the metrics alone.
/// </summary>
[Collection(ListeningTests.Name)]
public sealed class OperatorViewTests : IDisposable
{
    private static readonly Step Ok = CannedResponse.Body("""
        {
          "IdentityId": "us-east-1:1",
          "Credentials": { "AccessKeyId": "ASIA", "SecretKey": "s", "SessionToken": "t", "Expiration": 1767229200.0 }
        }
        """);

    private static readonly Step OkWithNewIdentity = CannedResponse.Body("""
        {
          "IdentityId": "us-east-1:2",
          "Credentials": { "AccessKeyId": "ASIA", "SecretKey": "s", "SessionToken": "t", "Expiration": 1767229200.0 }
        }
        """);

    private readonly FakeLoggerProvider _logs = new();
    private readonly ILoggerFactory _factory;
    private readonly List<Activity> _spans = [];
    private readonly List<Metric> _metrics = [];
    private readonly TracerProvider _tracing;
    private readonly MeterProvider _metering;

    public OperatorViewTests()
    {
        _factory = LoggerFactory.Create(logging => logging.AddProvider(_logs));
        _tracing = Sdk.CreateTracerProviderBuilder().AddSource("CognitoIdentity").AddInMemoryExporter(_spans).Build();
        _metering = Sdk.CreateMeterProviderBuilder().AddMeter("CognitoIdentity").AddInMemoryExporter(_metrics).Build();
    }

    [Fact]
    public async Task Throttled_call_is_understood_from_each_view()
    {
        using var handler = new ScriptedHandler(CannedResponse.Error("TooManyRequestsException", message: "Rate exceeded"));
        using var client = Client(handler);

        await TestClient.FailureAsync<TooManyRequestsException>(client.GetIdAsync(TestClient.GetIdRequest));

        // The log names the operation, the error, the wait, and the request id to give to AWS Support.
        Assert.Equal(2, Warnings.Count);
        Assert.All(Warnings, line => Assert.Matches(
            @"^GetId is retried in \d+(\.\d)? ms after TooManyRequestsException \(throttling\) in attempt [12] of 3\. Request id: "
            + @"c0ffee00-", line));

        // The trace: a failed span with three throttled attempts and two waits.
        var span = Assert.Single(_spans);
        Assert.Equal(("Cognito Identity/GetId", ActivityStatusCode.Error), (span.DisplayName, span.Status));
        Assert.Equal("TooManyRequestsException", span.GetTagItem("error.type"));
        Assert.Equal(["attempt", "retry", "attempt", "retry", "attempt"], span.Events.Select(item => item.Name));

        // The metrics: the share of throttled responses, the retries and the failed call.
        Assert.Equal(3, Sum("cognito_identity.client.throttles", ("rpc.method", "GetId")));
        Assert.Equal(2, Sum("cognito_identity.client.retries", ("cognito_identity.retry.reason", "throttling")));
        Assert.Equal(1, Sum("rpc.client.call.duration", ("error.type", "TooManyRequestsException")));
    }

    [Fact]
    public async Task Failed_refresh_is_understood_from_each_view()
    {
        using var handler = new ScriptedHandler(Ok, Ok, CannedResponse.Error("InternalErrorException", 500));
        using var client = Client(handler);
        var credentials = Credentials(client);
        await credentials.GetSessionAsync();

        await TestClient.FailureAsync<InternalErrorException>(credentials.RefreshAsync());

        // The log names the credentials, the time until which they can still be used, and the error.
        var line = Assert.Single(_logs.Collector.GetSnapshot(), record => record.Id.Name == "CredentialsRefreshFailed");
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Contains($"identity us-east-1:1 in pool {TestClient.PoolId}", line.Message);
        Assert.Contains("served until 2026-01-01 01:00:00Z.", line.Message);
        Assert.IsType<InternalErrorException>(line.Exception);

        // The trace: a failed refresh with the call that failed in it.
        var refresh = Spans("cognito_identity.credentials.refresh")[^1];
        Assert.Equal((ActivityStatusCode.Error, "failure"), (refresh.Status, refresh.GetTagItem("outcome")));
        Assert.Equal("InternalErrorException", refresh.GetTagItem("error.type"));
        Assert.Equal(TestClient.PoolId, refresh.GetTagItem("cognito_identity.pool.id"));
        Assert.Equal("us-east-1:1", refresh.GetTagItem("cognito_identity.identity.id"));
        Assert.Equal("2026-01-01T01:00:00.0000000+00:00", refresh.GetTagItem("cognito_identity.credentials.served_until"));
        var call = Assert.Single(_spans, span => span.ParentSpanId == refresh.SpanId);
        Assert.Equal(("Cognito Identity/GetCredentialsForIdentity", ActivityStatusCode.Error), (call.DisplayName, call.Status));

        // The metrics: one refresh in two failed, and with which code.
        Assert.Equal(1, Sum("cognito_identity.credentials.refreshes", ("outcome", "success")));
        Assert.Equal(1, Sum("cognito_identity.credentials.refreshes", ("outcome", "failure"), ("error.type", "InternalErrorException")));
    }

    [Fact]
    public async Task Recovered_identity_is_understood_from_each_view()
    {
        using var handler = new ScriptedHandler(
            Ok, Ok, CannedResponse.Error("ResourceNotFoundException", message: "Identity 'us-east-1:1' not found."), OkWithNewIdentity);
        using var client = Client(handler);
        var credentials = Credentials(client);
        await credentials.GetSessionAsync();

        var session = await credentials.RefreshAsync();

        Assert.Equal("us-east-1:2", session.IdentityId);

        // The log: which identity is lost, and why.
        var line = Assert.Single(_logs.Collector.GetSnapshot(), record => record.Id.Name == "IdentityGone");
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Contains("us-east-1:1", line.Message);
        Assert.Contains("ResourceNotFoundException", line.Message);
        var replaced = Assert.Single(_logs.Collector.GetSnapshot(), record => record.Id.Name == "IdentityReplaced");
        Assert.Contains("the identity us-east-1:2 in place of us-east-1:1", replaced.Message);

        // The trace: a refresh that lost one identity, asked for another and brought its credentials.
        var refresh = Spans("cognito_identity.credentials.refresh")[^1];
        Assert.Equal("recovery", refresh.GetTagItem("outcome"));
        Assert.Equal("us-east-1:2", refresh.GetTagItem("cognito_identity.identity.id"));
        var gone = Assert.Single(refresh.Events).Tags.ToDictionary();
        Assert.Equal(("us-east-1:1", "ResourceNotFoundException"), (gone["cognito_identity.identity.id"], gone["error.type"]));
        Assert.Equal(
            ["Cognito Identity/GetCredentialsForIdentity", "Cognito Identity/GetId", "Cognito Identity/GetCredentialsForIdentity"],
            _spans.Where(span => span.ParentSpanId == refresh.SpanId).Select(span => span.DisplayName));

        // The metrics: a recovery is an outcome of its own.
        Assert.Equal(1, Sum("cognito_identity.credentials.refreshes", ("outcome", "recovery")));
    }

    [Fact]
    public async Task Cache_hits_and_joined_refreshes_are_counted()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var handler = RespondAfter(released.Task);
        using var client = Client(handler);
        var credentials = Credentials(client);

        var first = credentials.GetSessionAsync();
        await handler.Received;
        var second = credentials.GetSessionAsync();
        released.SetResult();
        await Task.WhenAll(first, second).WithinSafetyLimit();
        await credentials.GetSessionAsync();

        Assert.Equal(1, Sum("cognito_identity.credentials.joined_refreshes"));
        Assert.Equal(1, Sum("cognito_identity.credentials.cache_hits"));
    }

    [Fact]
    public async Task Caller_that_forces_a_refresh_and_shares_it_is_counted_as_joined()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var handler = RespondAfter(released.Task);
        using var client = Client(handler);
        var credentials = Credentials(client);

        // The second waits for the first to end, and the third shares the refresh of the second.
        var first = credentials.RefreshAsync();
        await handler.Received;
        var second = credentials.RefreshAsync();
        var third = credentials.RefreshAsync();
        released.SetResult();
        await Task.WhenAll(first, second, third).WithinSafetyLimit();

        Assert.Equal(1, Sum("cognito_identity.credentials.joined_refreshes"));
    }

    public void Dispose()
    {
        _tracing.Dispose();
        _metering.Dispose();
        _factory.Dispose();
        _logs.Dispose();
    }

    private IReadOnlyList<string> Warnings =>
        [.. _logs.Collector.GetSnapshot().Where(record => record.Level == LogLevel.Warning).Select(record => record.Message)];

    private CognitoIdentityClient Client(HttpMessageHandler handler) =>
        TestClient.Create(handler, options => options.LoggerFactory = _factory);

    private CognitoIdentityCredentials Credentials(CognitoIdentityClient client) =>
        new(new() { IdentityPoolId = TestClient.PoolId }, client, _factory.CreateLogger<CognitoIdentityCredentials>());

    private static ScriptedHandler RespondAfter(Task released) => new(
        async (request, token) =>
        {
            await released;
            return await Ok(request, token);
        },
        Ok);

    private List<Activity> Spans(string name) => [.. _spans.Where(span => span.DisplayName == name)];

    // The sum of a counter, or the count of a histogram, over the points that have these tags.
    private double Sum(string name, params (string Key, string Value)[] tags)
    {
        _metrics.Clear();
        _metering.ForceFlush();
        var sum = 0.0;
        foreach (var metric in _metrics.Where(metric => metric.Name == name))
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var found = new Dictionary<string, object?>();
                foreach (var tag in point.Tags)
                {
                    found.Add(tag.Key, tag.Value);
                }

                if (tags.All(tag => tag.Value.Equals(found.GetValueOrDefault(tag.Key))))
                {
                    sum += metric.MetricType == MetricType.Histogram ? point.GetHistogramCount() : point.GetSumLong();
                }
            }
        }

        return sum;
    }
}
