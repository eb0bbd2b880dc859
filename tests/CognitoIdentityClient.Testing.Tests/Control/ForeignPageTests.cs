using System.Net.Http.Headers;

namespace CognitoIdentity.Testing.Tests.Control;

/// <summary>A page of another origin must neither read nor change anything.</summary>
public class ForeignPageTests
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.168.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("[::2]")]
    public async Task Host_that_is_not_a_loopback_name_is_refused_because_of_dns_rebinding(string host)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        foreach (var path in new[] { "health", "requests", "events", "", "main.js", "nothing" })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;
            (await control.SendAsync(request)).IsProblem(403, "The Host header must be localhost or a loopback address.");
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("127.1.2.3")]
    [InlineData("[::1]:5050")]
    public async Task Host_that_is_a_loopback_name_is_accepted_with_any_port(string host)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var request = new HttpRequestMessage(HttpMethod.Get, "health");
        request.Headers.Host = host;
        (await control.SendAsync(request)).Ok();
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost:3000")]
    [InlineData("http://127.0.0.1")]
    [InlineData("null")]
    public async Task Origin_of_another_page_is_refused(string origin)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var request = new HttpRequestMessage(HttpMethod.Get, "requests");
        request.Headers.Add("Origin", origin);
        var response = await control.SendAsync(request);
        response.IsProblem(403, "Requests from pages of other origins are refused.");
        Assert.DoesNotContain(response.Headers.Keys, name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Preflight_of_a_foreign_page_is_refused()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var request = new HttpRequestMessage(HttpMethod.Options, "reset");
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        var response = await control.SendAsync(request);
        Assert.Equal(403, response.Status);
        Assert.DoesNotContain(response.Headers.Keys, name => name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("cross-site", "no-cors", 403)]
    [InlineData("same-site", "no-cors", 403)]
    [InlineData("same-origin", "cors", 200)]
    [InlineData("none", "navigate", 200)]
    [InlineData("cross-site", "navigate", 200)]
    public async Task Fetch_metadata_of_a_browser_decides_where_there_is_no_origin(string site, string mode, int status)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var request = new HttpRequestMessage(HttpMethod.Get, "health");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", mode);
        Assert.Equal(status, (await control.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task Write_that_a_form_could_make_is_refused(string? contentType)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        emulator.Seed(new());
        using var control = new ControlClient(emulator);
        foreach (var path in new[] { "reset", "seed", "restore", "faults", "clock/set", "clock/advance", "clock/follow", "tokens/explain" })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent("{}"u8.ToArray()) };
            request.Content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);
            (await control.SendAsync(request)).IsProblem(400, "The Content-Type header must be application/json.");
        }

        Assert.Equal(1, (await control.GetAsync("health")).Json.GetProperty("pools").GetInt32());
    }

    [Fact]
    public async Task Every_response_forbids_framing_sniffing_caching_and_outside_content()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        foreach (var path in new[] { "", "health", "nothing", "openapi.json" })
        {
            var headers = (await control.GetAsync(path)).Headers;
            Assert.Equal("no-store", headers["Cache-Control"]);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
            Assert.Equal("DENY", headers["X-Frame-Options"]);
            Assert.StartsWith("default-src 'none'; script-src 'self';", headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Control_api_is_absent_when_it_is_switched_off()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync(new() { EnableControlApi = false });
        using var control = new ControlClient(emulator);
        Assert.Null(emulator.ConsoleAddress);
        foreach (var path in new[] { "", "health", "requests", "main.js" })
        {
            Assert.Equal(404, (await control.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Control_api_is_absent_when_the_emulator_listens_beyond_loopback()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync(new() { Address = System.Net.IPAddress.Any });
        using var control = new ControlClient(emulator);
        Assert.Null(emulator.ConsoleAddress);
        Assert.Equal(404, (await control.GetAsync("health")).Status);
    }
}
