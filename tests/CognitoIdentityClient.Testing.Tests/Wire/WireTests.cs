using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Testing.Tests.Wire;

public class WireTests
{
    [Fact]
    public async Task Long_target_of_the_api_references_samples_is_taken()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        using var request = service.Request("GetId", $$"""{"IdentityPoolId":"{{pool}}"}""");
        request.Headers.Remove("X-Amz-Target");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "com.amazonaws.cognito.identity.model.AWSCognitoIdentityService.GetId");
        (await service.SendAsync(request)).Ok();
        Assert.Single(service.Emulator.Requests.For("GetId"));
    }

    [Fact]
    public async Task Error_has_its_message_in_the_body_as_it_is_and_in_a_header()
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync("GetId", """{"IdentityPoolId":"us-east-1:0"}""");
        Assert.Equal("""{"__type":"ResourceNotFoundException","message":"IdentityPool 'us-east-1:0' not found."}""", response.Body);
        Assert.Equal("IdentityPool 'us-east-1:0' not found.", response.Headers["x-amzn-errormessage"]);
        Assert.Equal("ResourceNotFoundException:", response.Headers["x-amzn-errortype"]);
    }

    [Fact]
    public async Task Message_with_text_of_the_request_never_breaks_the_headers()
    {
        const string Name = "é\\r\\nX-Injected: 1";
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync(
            "CreateIdentityPool", $$"""{"IdentityPoolName":"{{Name}}<>{{new string('x', 4000)}}","AllowUnauthenticatedIdentities":true}""");
        Assert.Equal("ValidationException", response.ErrorCode);
        var header = response.Headers["x-amzn-errormessage"];
        Assert.Contains("???X-Injected: 1", header, StringComparison.Ordinal);
        Assert.True(header.Length <= 1024, $"{header.Length} characters");
        Assert.DoesNotContain("X-Injected", response.Headers.Keys);
    }

    [Fact]
    public async Task Text_of_any_script_stands_raw_in_a_response()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync("""
            "IdentityPoolTags":{"équipe":"R+D 'Ω'"}
            """);
        var described = await service.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""");
        Assert.Contains("\"équipe\":\"R+D 'Ω'\"", described.Ok().Body, StringComparison.Ordinal);
    }

    // JSON does not require these to be escaped (https://www.rfc-editor.org/rfc/rfc8259#section-7): they are written as they are.
    [Theory]
    [InlineData("😀 𝔸 👨‍👩‍👧 \uD83C\uDFFD")]
    [InlineData("no\u00A0break \u2028 \u200B \u0085 \uFEFF \uE000 \uFFFF < > & /")]
    [InlineData("quote \" backslash \\ line \n bell \u0007", "quote \\\" backslash \\\\ line \\u000a bell \\u0007")]
    public async Task Only_what_json_requires_is_escaped_in_a_response(string value, string? written = null)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = service.Emulator.Seed(new() { Tags = new Dictionary<string, string> { ["key"] = value } });
        var described = (await service.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""")).Ok();
        Assert.Contains($"\"key\":\"{written ?? value}\"", described.Body, StringComparison.Ordinal);
        Assert.Equal(value, described.Json.GetProperty("IdentityPoolTags").GetProperty("key").GetString());
    }

    [Fact]
    public async Task Half_of_a_character_is_replaced_in_a_response()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = service.Emulator.Seed(new() { Tags = new Dictionary<string, string> { ["key"] = "😀\uD83D \uDE00" } });
        var described = await service.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""");
        Assert.Equal("😀\uFFFD \uFFFD", described.Ok().Json.GetProperty("IdentityPoolTags").GetProperty("key").GetString());
    }

    [Fact]
    public async Task Failure_of_the_emulator_itself_says_its_cause_in_the_response_and_in_the_log()
    {
        using var logs = new FakeLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        await using var service = await TestEmulator.StartAsync(options => options.LoggerFactory = factory);
        var pool = await service.CreatePoolAsync();
        // The end of a year beyond all years, which the credentials' expiry would be after.
        service.Emulator.TimeProvider = new MachineClock(DateTimeOffset.MaxValue);

        var guest = await service.CallAsync("GetId", $$"""{"IdentityPoolId":"{{pool}}"}""");
        var response = await service.CallAsync("GetOpenIdToken", $$"""{"IdentityId":"{{guest.Ok().Text("IdentityId")}}"}""");

        Assert.Equal((500, "InternalErrorException"), (response.Status, response.ErrorCode));
        Assert.Contains("ArgumentOutOfRangeException", response.ErrorMessage, StringComparison.Ordinal);
        var record = Assert.Single(logs.Collector.GetSnapshot(), record => record.Level == LogLevel.Error);
        Assert.Equal("The emulator failed while it handled a request (GetOpenIdToken).", record.Message);
        // The whole exception, with the place in the code.
        Assert.IsType<ArgumentOutOfRangeException>(record.Exception);
        Assert.Contains(" at CognitoIdentity.Testing.", record.Exception.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_has_one_line_for_each_call_without_its_secrets()
    {
        using var logs = new FakeLoggerProvider();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(logs));
        await using var service = await TestEmulator.StartAsync(options => options.LoggerFactory = factory);
        var pool = await service.CreatePoolAsync();
        await service.CallAsync("GetId", $$$"""{"IdentityPoolId":"{{{pool}}}","Logins":{"graph.facebook.com":"a-secret-token"}}""");
        service.Emulator.Faults.Add(Fault.ConnectionLostBeforeWork());
        await Assert.ThrowsAsync<HttpRequestException>(() => service.CallAsync("GetId", "{}"));

        var records = logs.Collector.GetSnapshot();
        Assert.All(records, record => Assert.Equal(LogLevel.Information, record.Level));
        Assert.Collection(
            records,
            record => Assert.StartsWith("CreateIdentityPool 200 (", record.Message, StringComparison.Ordinal),
            record => Assert.StartsWith("GetId 400 NotAuthorizedException: ", record.Message, StringComparison.Ordinal),
            record => Assert.StartsWith("GetId connection closed (", record.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("a-secret-token", logs.Collector.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_requests_are_bounded_by_their_bytes()
    {
        await using var service = await TestEmulator.StartAsync(options => options.MaxRecordedBytes = 4000);
        for (var i = 0; i < 10; i++)
        {
            await service.CallAsync("GetId", $$"""{"IdentityPoolId":"{{new string('x', 1000)}}{{i}}"}""");
        }

        Assert.InRange(service.Emulator.Requests.Count, 1, 3);
        Assert.Contains("x9\"", service.Emulator.Requests.Last().Body, StringComparison.Ordinal);
    }
}
