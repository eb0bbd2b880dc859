using CognitoIdentity.Tests.Retry;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.Diagnostics;

public sealed class CallLogTests : IDisposable
{
    private readonly FakeLoggerProvider _provider = new();
    private readonly ILoggerFactory _factory;

    public CallLogTests() => _factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_provider));

    [Fact]
    public async Task Result_of_a_call_is_logged_at_debug_level_with_operation_request_id_attempts_and_time()
    {
        using var harness = Harness(CannedResponse.Error("InternalErrorException", 500), CannedResponse.Ok);

        await harness.GetIdAsync();

        var record = Record(101);
        Assert.Equal(
            (LogLevel.Debug, "CallSucceeded", "CognitoIdentity.CognitoIdentityClient"), (record.Level, record.Id.Name, record.Category));
        Assert.Equal($"GetId succeeded after 50 ms. Attempts: 2. Request id: {CannedResponse.RequestId}.", record.Message);
    }

    [Fact]
    public async Task Failure_of_a_call_is_logged_at_debug_level_with_its_code_and_without_the_services_message()
    {
        using var harness = Harness(CannedResponse.Error("NotAuthorizedException", message: "Some message"));

        await harness.GetIdErrorAsync();

        var record = Record(102);
        Assert.Equal((LogLevel.Debug, "CallFailed"), (record.Level, record.Id.Name));
        Assert.Equal(
            $"GetId failed with NotAuthorizedException (status 400) after 0 ms. Attempts: 1. Request id: {CannedResponse.RequestId}.",
            record.Message);
        Assert.DoesNotContain("Some message", _provider.Collector.Text());
    }

    [Fact]
    public async Task Retry_is_logged_at_information_level_with_code_and_delay()
    {
        using var harness = Harness(CannedResponse.Error("InternalErrorException", 500), CannedResponse.Ok);

        await harness.GetIdAsync();

        var record = Record(103);
        Assert.Equal((LogLevel.Information, "Retrying"), (record.Level, record.Id.Name));
        Assert.Equal(
            "GetId is retried in 50 ms after InternalErrorException (server_error) in attempt 1 of 3. "
            + $"Request id: {CannedResponse.RequestId}.",
            record.Message);
    }

    [Fact]
    public async Task Retry_of_a_throttled_call_is_logged_as_a_warning()
    {
        using var harness = Harness(CannedResponse.Error("TooManyRequestsException"), CannedResponse.Ok);

        await harness.GetIdAsync();

        Assert.Equal((LogLevel.Warning, "1000"), (Record(103).Level, Record(103).GetStructuredStateValue("DelayMilliseconds")));
    }

    [Fact]
    public async Task Attempts_without_a_response_are_logged_without_status_and_request_id()
    {
        using var harness = Harness(CannedResponse.NotConnected, CannedResponse.Error("InternalErrorException", 500), CannedResponse.Lost);

        await harness.GetIdErrorAsync();

        var retries = _provider.Collector.GetSnapshot().Where(record => record.Id.Id == 103).ToList();
        Assert.Equal(
            "GetId is retried in 50 ms after CognitoIdentity.CognitoIdentityConnectionException (connection, no response) in attempt 1 "
            + "of 3.",
            retries[0].Message);
        Assert.Equal((LogLevel.Information, "Retrying"), (retries[0].Level, retries[0].Id.Name));
        Assert.EndsWith($"in attempt 2 of 3. Request id: {CannedResponse.RequestId}.", retries[1].Message, StringComparison.Ordinal);
        var failed = Record(102);
        Assert.Equal(
            "GetId failed with CognitoIdentity.CognitoIdentityConnectionException (no response) after 150 ms. Attempts: 3.",
            failed.Message);
        Assert.Equal((LogLevel.Debug, "CallFailed"), (failed.Level, failed.Id.Name));
        Assert.DoesNotContain(failed.StructuredState!, value => value.Key is "RequestId" or "StatusCode");
    }

    [Fact]
    public async Task Retry_after_an_invalid_response_and_after_the_timeout_of_an_attempt_has_its_reason()
    {
        var clock = new VirtualTime { LongestWait = TimeSpan.FromSeconds(1) };
        using var handler = new ScriptedHandler(
            CannedResponse.Body("{", 200),
            (request, token) =>
            {
                clock.Advance(TimeSpan.FromSeconds(10));
                return CannedResponse.Never(request, token);
            },
            CannedResponse.Ok);
        using var client = TestClient.Create(handler, options => (options.TimeProvider, options.AttemptTimeout, options.LoggerFactory) =
            (clock, TimeSpan.FromSeconds(10), _factory));

        // Only a call that reads is repeated after an invalid response.
        await client.DescribeIdentityAsync(new() { IdentityId = TestClient.PoolId });

        var retries = _provider.Collector.GetSnapshot().Where(record => record.Id.Id == 103).ToList();
        Assert.Equal(["invalid_response", "timeout"], retries.Select(record => record.GetStructuredStateValue("Reason")));
    }

    // A gateway's own response has no request id.
    [Fact]
    public async Task Response_without_a_request_id_is_logged_as_having_none()
    {
        using var harness = Harness(CannedResponse.Json("", 503), CannedResponse.Json("""{"IdentityId":"us-east-1:1"}"""));
        using var refusing = Harness(CannedResponse.Json("", 404));

        await harness.GetIdAsync();
        await refusing.GetIdErrorAsync();

        Assert.EndsWith("Request id: none.", Record(101).Message, StringComparison.Ordinal);
        Assert.EndsWith("Request id: none.", Record(103).Message, StringComparison.Ordinal);
        Assert.Equal("GetId failed with 404 (status 404) after 0 ms. Attempts: 1. Request id: none.", Record(102).Message);
        Assert.DoesNotContain("(null)", _provider.Collector.Text());
    }

    [Fact]
    public async Task Exhausted_quota_is_logged_as_a_warning()
    {
        using var harness = new RetryHarness(
            [CannedResponse.Error("InternalErrorException", 500)], options => options.LoggerFactory = _factory, tokens: 13);

        await harness.GetIdErrorAsync();

        Assert.Equal((LogLevel.Warning, "RetryQuotaExhausted"), (Record(104).Level, Record(104).Id.Name));
        Assert.Contains("GetId is not retried after InternalErrorException", Record(104).Message);
    }

    [Fact]
    public async Task Corrected_clock_is_logged_once_as_a_warning()
    {
        var clock = new VirtualTime();
        using var handler = new ScriptedHandler(CannedResponse.Body(
            """{"IdentityPools":[]}""", 200, ("Date", (clock.GetUtcNow() + TimeSpan.FromMinutes(10)).ToString("r"))));
        using var client = TestClient.Create(handler, options => (options.LoggerFactory, options.TimeProvider) = (_factory, clock));

        await client.ListIdentityPoolsAsync(TestClient.ListRequest);
        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Equal(LogLevel.Warning, Record(105).Level);
        Assert.Contains("differs from the service's by 00:10:00 (before: 00:00:00)", Record(105).Message);
    }

    [Fact]
    public async Task Scope_of_a_call_carries_the_operation_to_the_lines_of_others()
    {
        var other = _factory.CreateLogger("A message handler");
        using var harness = Harness((request, token) =>
        {
            other.Log(LogLevel.Information, default, "Sending", exception: null, (text, _) => text);
            return CannedResponse.Ok(request, token);
        });

        await harness.GetIdAsync();
        other.Log(LogLevel.Information, default, "After", exception: null, (text, _) => text);

        var records = _provider.Collector.GetSnapshot().Where(record => record.Category == "A message handler").ToList();
        Assert.Equal("Cognito Identity/GetId", Assert.Single(records[0].Scopes)!.ToString());
        Assert.Empty(records[1].Scopes);
    }

    // An application that logs warnings alone must not lose whose they are.
    [Fact]
    public async Task Scope_of_a_call_is_there_when_only_warnings_are_logged()
    {
        using var provider = new FakeLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(provider));
        var clock = new VirtualTime();
        var late = ("Date", (clock.GetUtcNow() + TimeSpan.FromMinutes(10)).ToString("r"));
        using var handler = new ScriptedHandler(
            CannedResponse.Error("TooManyRequestsException"), CannedResponse.Body("""{"IdentityPools":[]}""", 200, late));
        using var client = TestClient.Create(handler, options => (options.LoggerFactory, options.TimeProvider) = (factory, clock));

        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        var records = provider.Collector.GetSnapshot();
        Assert.Equal([103, 105], records.Select(record => record.Id.Id));
        Assert.All(records, record => Assert.Equal("Cognito Identity/ListIdentityPools", Assert.Single(record.Scopes)!.ToString()));
    }

    [Fact]
    public async Task Client_of_a_container_logs_to_the_containers_factory()
    {
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_provider));
        services.AddCognitoIdentity(options => options.Region = "us-east-1").ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ICognitoIdentityClient>().GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal("CallSucceeded", Assert.Single(_provider.Collector.GetSnapshot()).Id.Name);
    }

    [Fact]
    public async Task Factory_in_the_options_precedes_the_containers()
    {
        using var ofContainer = new FakeLoggerProvider();
        using var handler = new ScriptedHandler(CannedResponse.Ok);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(ofContainer));
        services.AddCognitoIdentity(options => (options.Region, options.LoggerFactory) = ("us-east-1", _factory))
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ICognitoIdentityClient>().GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal(101, Record(101).Id.Id);
        Assert.Equal(0, ofContainer.Collector.Count);
    }

    public void Dispose()
    {
        _factory.Dispose();
        _provider.Dispose();
    }

    private RetryHarness Harness(params Step[] script) => new(script, options => options.LoggerFactory = _factory);

    private FakeLogRecord Record(int id) => Assert.Single(_provider.Collector.GetSnapshot(), record => record.Id.Id == id);
}
