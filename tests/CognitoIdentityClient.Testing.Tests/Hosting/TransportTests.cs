using System.Net;

namespace CognitoIdentity.Testing.Tests.Hosting;

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
        await using var service = await TestEmulator.StartAsync();
        var body = $$"""{"IdentityPoolId":"{{await service.CreatePoolAsync()}}"}""";
        using var http = new HttpClient();
        Assert.True(await CanGetIdAsync());

        await service.Emulator.DisposeAsync();

        Assert.False(await CanGetIdAsync());

        // Whatever takes the port in the meantime does not know the pool.
        async Task<bool> CanGetIdAsync()
        {
            try
            {
                using var response = await http.SendAsync(service.Request("GetId", body));
                return response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task Port_that_is_taken_is_an_error()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        await Assert.ThrowsAsync<IOException>(() => CognitoIdentityEmulator.StartAsync(new() { Port = emulator.Endpoint.Port }));
    }

    [Fact]
    public async Task Health_is_returned_without_a_signature_and_not_recorded()
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.SendAsync(new(HttpMethod.Get, new Uri(service.Emulator.Endpoint, "/health")));
        Assert.Equal("""{"status":"ok"}""", response.Ok().Body);
        Assert.Empty(service.Emulator.Requests);
    }

    [Theory]
    [MemberData(nameof(BadOptions))]
    public async Task Option_out_of_its_range_is_refused_by_its_name(string option, EmulatorOptions options)
    {
        var refusal = await Assert.ThrowsAnyAsync<ArgumentException>(() => CognitoIdentityEmulator.StartAsync(options));
        Assert.StartsWith($"{option} must ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handler_of_a_disposed_emulator_reaches_nothing()
    {
        var emulator = await CognitoIdentityEmulator.StartAsync();
        var endpoint = emulator.Endpoint;
        using var http = new HttpClient(emulator.CreateHandler());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(endpoint, "/health"))).StatusCode);
        await emulator.DisposeAsync();
        var error = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(endpoint, "/health")));
        Assert.Equal(HttpRequestError.ConnectionError, error.HttpRequestError);
    }

    public static TheoryData<string, EmulatorOptions> BadOptions() => new()
    {
        { "Regions", new EmulatorOptions { Regions = [] } },
        { "Regions", new EmulatorOptions { Regions = null! } },
        { "Regions", new EmulatorOptions { Regions = [null!] } },
        { "Regions", new EmulatorOptions { Regions = ["us_east_1"] } },
        { "Regions", new EmulatorOptions { Regions = ["us-east-1", "-east"] } },
        { "Regions", new EmulatorOptions { Regions = [new string('a', 64)] } },
        { "AccessKeys", new EmulatorOptions { AccessKeys = [] } },
        { "AccessKeys", new EmulatorOptions { AccessKeys = null! } },
        { "AccessKeys", new EmulatorOptions { AccessKeys = [null!] } },
        { "AccessKeys", new EmulatorOptions { AccessKeys = [new(null!, "secret")] } },
        { "AccessKeys", new EmulatorOptions { AccessKeys = [new("id", "")] } },
        { "AccessKeys", new EmulatorOptions { AccessKeys = [new("id", "secret") { AccountId = "1" }] } },
        { "AccessKeys", new EmulatorOptions { AccessKeys = [EmulatorAccessKey.Example, EmulatorAccessKey.Example] } },
        { "AccountId", new EmulatorOptions { AccountId = "" } },
        { "AccountId", new EmulatorOptions { AccountId = "12345678901" } },
        { "AccountId", new EmulatorOptions { AccountId = "12345678901x" } },
        { "Port", new EmulatorOptions { Port = 65_536 } },
        { "Port", new EmulatorOptions { Port = -1 } },
        { "Address", new EmulatorOptions { Address = null! } },
        { "TimeProvider", new EmulatorOptions { TimeProvider = null! } },
        { "ClockTolerance", new EmulatorOptions { ClockTolerance = TimeSpan.FromTicks(-1) } },
        { "MaxIdentityPools", new EmulatorOptions { MaxIdentityPools = -1 } },
        { "MaxRecordedRequests", new EmulatorOptions { MaxRecordedRequests = -1 } },
    };
}
