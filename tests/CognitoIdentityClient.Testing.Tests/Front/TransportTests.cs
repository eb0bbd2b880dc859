using System.Net;

namespace CognitoIdentity.Testing.Tests.Front;

public class TransportTests
{
    [Fact]
    public async Task Loopback_and_in_process_share_one_state()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        using var http = new HttpClient();
        using var response = await http.SendAsync(service.Request("GetId", $$"""{"IdentityPoolId":"{{pool}}"}"""));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-amz-json-1.1", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(service.Now, response.Headers.Date);
        Assert.True(response.Headers.Contains("x-amzn-requestid"));
        var id = (await response.Content.ReadAsStringAsync()).Split('"')[3];
        (await service.CallAsync("DescribeIdentity", $$"""{"IdentityId":"{{id}}"}""")).Ok();
    }

    [Fact]
    public async Task Signed_request_over_loopback_is_verified()
    {
        await using var service = await TestEmulator.StartAsync();
        using var http = new HttpClient();
        foreach (var (secret, status) in new[] { (EmulatorAccessKey.Example.SecretAccessKey, 200), ("wrong", 400) })
        {
            using var request = service.Request("ListIdentityPools", """{"MaxResults":1}""");
            new RequestSigner(SecretAccessKey: secret).Sign(request, """{"MaxResults":1}""", service.Now);
            using var response = await http.SendAsync(request);
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Emulator_listens_on_the_loopback_address_on_a_port_of_its_own()
    {
        await using var one = await CognitoIdentityEmulator.StartAsync();
        await using var two = await CognitoIdentityEmulator.StartAsync();
        Assert.Equal("127.0.0.1", one.Endpoint.Host);
        Assert.NotEqual(one.Endpoint.Port, two.Endpoint.Port);
    }

    [Fact]
    public async Task Disposed_emulator_listens_no_longer()
    {
        var emulator = await CognitoIdentityEmulator.StartAsync();
        var endpoint = emulator.Endpoint;
        await emulator.DisposeAsync();
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(endpoint, "/health")));
    }

    [Fact]
    public async Task Port_that_is_taken_is_an_error()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        await Assert.ThrowsAsync<IOException>(() => CognitoIdentityEmulator.StartAsync(new() { Port = emulator.Endpoint.Port }));
    }

    [Fact]
    public async Task Health_is_answered_without_a_signature_and_not_recorded()
    {
        await using var service = await TestEmulator.StartAsync();
        var answer = await service.SendAsync(new(HttpMethod.Get, new Uri(service.Emulator.Endpoint, "/health")));
        Assert.Equal("""{"status":"ok"}""", answer.Ok().Body);
        Assert.Empty(service.Emulator.Requests);
    }

    [Theory]
    [MemberData(nameof(BadOptions))]
    public async Task Option_out_of_its_range_is_refused(EmulatorOptions options) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => CognitoIdentityEmulator.StartAsync(options));

    public static TheoryData<EmulatorOptions> BadOptions() => new(
        new EmulatorOptions { Regions = [] },
        new EmulatorOptions { AccessKeys = [] },
        new EmulatorOptions { AccessKeys = [EmulatorAccessKey.Example, EmulatorAccessKey.Example] },
        new EmulatorOptions { AccountId = "" },
        new EmulatorOptions { Port = 65_536 },
        new EmulatorOptions { Port = -1 },
        new EmulatorOptions { ClockTolerance = TimeSpan.FromTicks(-1) },
        new EmulatorOptions { MaxIdentityPools = -1 },
        new EmulatorOptions { MaxRecordedRequests = -1 });
}
