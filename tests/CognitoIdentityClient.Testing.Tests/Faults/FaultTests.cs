using System.Text.Json;

namespace CognitoIdentity.Testing.Tests.Faults;

public class FaultTests
{
    private const string Create = """{"IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":true}""";

    [Fact]
    public async Task Throttling_strikes_its_operation_as_often_as_it_says()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        service.Emulator.Faults.Add(Fault.Throttling() with { Operation = "GetId", Count = 2 });

        (await service.CallAsync("ListIdentityPools", """{"MaxResults":1}""")).Ok();
        for (var i = 0; i < 2; i++)
        {
            (await service.CallAsync("GetId", $$"""{"IdentityPoolId":"{{pool}}"}""")).IsError("TooManyRequestsException", "Rate exceeded");
        }

        await service.GetIdAsync(pool);
        Assert.Equal(0, service.Emulator.Faults.Count);
    }

    [Fact]
    public async Task Error_is_returned_in_the_services_shape_and_nothing_is_done()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Faults.Add(Fault.Error("InternalErrorException", "Internal error", 500) with { Count = 1 });
        var response = await service.CallAsync("CreateIdentityPool", Create);
        response.IsError("InternalErrorException", "Internal error");
        Assert.Equal((500, "InternalErrorException:"), (response.Status, response.Headers["x-amzn-errortype"]));
        Assert.Equal(0, await CountPoolsAsync(service));
    }

    [Fact]
    public async Task Status_is_returned_without_a_body()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Faults.Add(Fault.Status(503) with { Count = 1 });
        var response = await service.CallAsync("CreateIdentityPool", Create);
        Assert.Equal((503, ""), (response.Status, response.Body));
        Assert.Equal(0, await CountPoolsAsync(service));
    }

    [Fact]
    public async Task Delay_waits_on_the_emulators_clock_before_anything_is_done()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Faults.Add(Fault.Delay(TimeSpan.FromSeconds(30)) with { Count = 1 });
        var call = service.CallAsync("CreateIdentityPool", Create);
        Assert.False(call.IsCompleted);
        Assert.Equal(1, service.Time.RunningTimers);
        Assert.Equal(0, await CountPoolsAsync(service));
        service.Time.Advance(TimeSpan.FromSeconds(30));
        (await call).Ok();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Lost_connection_gives_no_response_and_the_work_is_done_or_not_as_the_fault_says(bool afterWork, bool overLoopback)
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Faults.Add((afterWork ? Fault.ConnectionLostAfterWork() : Fault.ConnectionLostBeforeWork()) with { Count = 1 });
        using var http = overLoopback ? new HttpClient() : new HttpClient(service.Emulator.CreateHandler());
        using var request = service.Request("CreateIdentityPool", Create);
        new RequestSigner().Sign(request, Create, service.Now);

        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request));

        Assert.Equal(afterWork ? 1 : 0, await CountPoolsAsync(service));
    }

    [Fact]
    public async Task Truncated_body_breaks_off_after_the_work_is_done()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Faults.Add(Fault.TruncatedBody() with { Count = 1 });
        var response = await service.CallAsync("CreateIdentityPool", Create);
        Assert.Equal(200, response.Status);
        Assert.ThrowsAny<JsonException>(() => response.Json);
        Assert.StartsWith("{", response.Body);
        Assert.Equal(1, await CountPoolsAsync(service));
    }

    [Fact]
    public async Task Garbage_body_is_a_page_of_html()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Faults.Add(Fault.GarbageBody() with { Count = 1 });
        var response = await service.CallAsync("CreateIdentityPool", Create);
        Assert.Equal((200, "text/html"), (response.Status, response.Headers["Content-Type"]));
        Assert.StartsWith("<html>", response.Body);
        Assert.Equal(1, await CountPoolsAsync(service));
    }

    [Fact]
    public async Task Wrong_date_is_off_by_the_offset_with_errors_too()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Faults.Add(Fault.WrongDate(TimeSpan.FromHours(-2)) with { Count = 1 });
        service.Emulator.Faults.Add(Fault.Throttling() with { Count = 1 });
        var response = await service.CallAsync("CreateIdentityPool", Create);
        Assert.Equal(("TooManyRequestsException", "Sun, 22 Nov 2026 10:00:00 GMT"), (response.ErrorCode, response.Headers["Date"]));
    }

    [Theory]
    [InlineData(true, "Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData(false, "Mon, 01 Jan 0001 00:00:00 GMT")]
    public async Task Wrong_date_ends_with_the_calendar(bool future, string date)
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Faults.Add(Fault.WrongDate(future ? TimeSpan.MaxValue : TimeSpan.MinValue));
        Assert.Equal(date, (await service.CallAsync("CreateIdentityPool", Create)).Ok().Headers["Date"]);
    }

    [Fact]
    public async Task Probability_strikes_its_share_of_requests_the_same_with_the_same_seed()
    {
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var service = await TestEmulator.StartAsync(options => options.RandomSeed = 7);
            service.Emulator.Faults.Add(Fault.Throttling() with { Probability = 0.25 });
            var text = "";
            for (var i = 0; i < 400; i++)
            {
                text += (await service.CallAsync("GetId", "{}")).ErrorCode == "TooManyRequestsException" ? "x" : ".";
            }

            runs.Add(text);
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.InRange(runs[0].Count(letter => letter == 'x'), 70, 130);
    }

    [Fact]
    public async Task Cleared_faults_strike_no_longer()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Faults.Add(Fault.Throttling());
        service.Emulator.Faults.Clear();
        (await service.CallAsync("CreateIdentityPool", Create)).Ok();
    }

    [Theory]
    [MemberData(nameof(BadFaults))]
    public async Task Fault_out_of_its_range_is_refused(Fault fault)
    {
        await using var service = await TestEmulator.StartAsync();
        Assert.ThrowsAny<ArgumentException>(() => service.Emulator.Faults.Add(fault));
    }

    public static TheoryData<Fault> BadFaults() => new(
        Fault.Throttling() with { Count = 0 },
        Fault.Throttling() with { Probability = -0.1 },
        Fault.Throttling() with { Probability = 1.1 },
        Fault.Throttling() with { Operation = "getId" },
        Fault.Error("X", "x", 200),
        Fault.Error("", "x"),
        Fault.Error(null!, "x"),
        Fault.Error("X\r\nY: z", "x"),
        Fault.Error("é", "x"),
        Fault.Status(600),
        Fault.Delay(TimeSpan.FromSeconds(-1)),
        Fault.Delay(TimeSpan.MaxValue));

    private static async Task<int> CountPoolsAsync(TestEmulator service) =>
        (await service.CallAsync("ListIdentityPools", """{"MaxResults":60}""")).Ok().Json.GetProperty("IdentityPools").GetArrayLength();
}
