namespace CognitoIdentity.Testing.Tests.Hosting;

/// <summary>Cross-origin headers as captured from the service: a page in a browser gets nothing without them.</summary>
public class CrossOriginTests
{
    private const string Exposed = "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date";

    [Theory]
    [InlineData("/")]
    [InlineData("/other")]
    public async Task Preflight_allows_the_headers_that_were_asked_for(string path)
    {
        await using var service = await TestEmulator.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(service.Emulator.Endpoint, path));
        request.Headers.Add("Origin", "https://app.example.com");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "amz-sdk-invocation-id,content-type,x-amz-target");

        var response = await service.SendAsync(request);

        Assert.Equal((200, ""), (response.Status, response.Body));
        Assert.Equal("*", response.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("amz-sdk-invocation-id,content-type,x-amz-target", response.Headers["Access-Control-Allow-Headers"]);
        Assert.Equal("POST", response.Headers["Access-Control-Allow-Methods"]);
        Assert.Equal(Exposed, response.Headers["Access-Control-Expose-Headers"]);
        Assert.Equal("172800", response.Headers["Access-Control-Max-Age"]);
        Assert.Empty(service.Emulator.Requests);
    }

    // Kestrel refuses to send such a header, and would respond with 500.
    [Fact]
    public async Task Preflight_with_letters_beyond_ascii_gets_a_response()
    {
        await using var service = await TestEmulator.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 });
        using var request = new HttpRequestMessage(HttpMethod.Options, service.Emulator.Endpoint);
        request.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", "x-größe");
        using var response = await http.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("x-gr??e", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Headers")));
    }

    [Theory]
    [InlineData("GetId", """{"IdentityPoolId":"us-east-1:0"}""", 400)]
    [InlineData("GetId", "no JSON", 400)]
    [InlineData("ListIdentityPools", """{"MaxResults":1}""", 200)]
    public async Task Response_to_a_page_can_be_read_by_it(string operation, string json, int status)
    {
        await using var service = await TestEmulator.StartAsync();
        using var request = service.Request(operation, json);
        new RequestSigner().Sign(request, json, service.Now);
        request.Headers.Add("Origin", "https://app.example.com");

        var response = await service.SendAsync(request);

        Assert.Equal(status, response.Status);
        Assert.Equal(("*", Exposed), (response.Headers["Access-Control-Allow-Origin"], response.Headers["Access-Control-Expose-Headers"]));
    }

    [Fact]
    public async Task Response_to_a_client_without_an_origin_has_no_such_header()
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync("ListIdentityPools", """{"MaxResults":1}""");
        Assert.DoesNotContain(response.Headers.Keys, name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    // Over loopback and in process, where the control API never is; the last path is the second one in another spelling.
    [Theory]
    [InlineData("OPTIONS", "/_emulator/reset", false)]
    [InlineData("OPTIONS", "/_emulator", false)]
    [InlineData("OPTIONS", "/_emulator/reset", true)]
    [InlineData("GET", "/_emulator/health", false)]
    [InlineData("POST", "/_emulator/health?Action=x", false)]
    [InlineData("OPTIONS", "/%5Femulator/", false)]
    public async Task Path_of_the_control_api_has_no_such_header_while_that_api_is_off(string method, string path, bool inProcess)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync(new() { EnableControlApi = inProcess });
        using var http = inProcess ? new HttpClient(emulator.CreateHandler()) : new HttpClient();
        using var request = new HttpRequestMessage(new(method), new Uri($"{emulator.Endpoint.OriginalString.TrimEnd('/')}{path}"));
        request.Headers.Add("Origin", "https://app.example.com");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        using var response = await http.SendAsync(request);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Path_that_only_begins_like_the_control_api_has_them()
    {
        await using var service = await TestEmulator.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(service.Emulator.Endpoint, "/_emulators"));
        request.Headers.Add("Origin", "https://app.example.com");
        Assert.Equal("*", (await service.SendAsync(request)).Headers["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task Injected_error_can_be_read_by_a_page()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Faults.Add(Fault.Throttling());
        using var request = service.Request("GetId", "{}");
        request.Headers.Add("Origin", "https://app.example.com");
        Assert.Equal("*", (await service.SendAsync(request)).Headers["Access-Control-Allow-Origin"]);
    }
}
