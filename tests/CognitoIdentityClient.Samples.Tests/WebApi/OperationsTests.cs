using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CognitoIdentity.Testing;

namespace CognitoIdentity.Samples.Tests.WebApi;

/// <summary>The health check, OpenAPI document and page of samples/WebApi. The page loads nothing from outside.</summary>
public sealed class OperationsTests
{
    [Fact]
    public async Task Health_check_costs_one_pair_of_calls_however_often_it_runs()
    {
        await using var shop = new Shop();
        using var client = shop.CreateClient();

        for (var i = 0; i < 3; i++)
        {
            var health = await client.GetJsonAsync("/health");
            Assert.Equal("Healthy", health.Text("status"));
            var check = health.GetProperty("checks").GetProperty("credentials");
            Assert.StartsWith("Credentials are valid until", check.Text("description"), StringComparison.Ordinal);
        }

        Assert.Equal(["GetId", "GetCredentialsForIdentity"], shop.Emulator.Requests.Select(request => request.Operation));
    }

    [Fact]
    public async Task Health_check_fails_when_the_pool_issues_no_credentials()
    {
        await using var shop = new Shop();
        using var client = shop.CreateClient();
        shop.Emulator.Faults.Add(Fault.Error("NotAuthorizedException", "Unauthenticated access is not supported for this identity pool."));

        using var response = await client.GetAsync(new Uri("/health", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        var health = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Unhealthy", health.Text("status"));
    }

    [Fact]
    public async Task OpenApi_document_has_every_operation_and_says_which_need_a_token()
    {
        await using var shop = new Shop();
        using var client = shop.CreateClient();

        var document = await client.GetJsonAsync("/openapi/v1.json");

        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation =>
                $"{operation.Name} {path.Name}{(operation.Value.TryGetProperty("security", out _) ? " with a token" : "")}"));
        Assert.Equal(
            [
                "get /.well-known/jwks.json",
                "get /.well-known/openid-configuration",
                "get /api/partners/caller with a token",
                "get /api/partners/session with a token",
                "get /api/session with a token",
                "get /api/session/caller with a token",
                "get /api/users",
                "post /api/session/refresh with a token",
                "post /api/session/sign-out with a token",
                "post /api/sign-in",
            ],
            operations.Order(StringComparer.Ordinal));
        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("Bearer");
        Assert.Equal("bearer", scheme.Text("scheme"), ignoreCase: true);
    }

    [Fact]
    public async Task Issuer_publishes_the_key_that_verifies_its_tokens()
    {
        await using var shop = new Shop();
        using var client = await shop.SignInAsync("alice");
        var header = client.DefaultRequestHeaders.Authorization!.Parameter!.Split('.')[0];

        var discovery = await client.GetJsonAsync("/.well-known/openid-configuration");
        var keys = await client.GetJsonAsync("/.well-known/jwks.json");

        Assert.Equal("https://login.shop.example", discovery.Text("issuer"));
        Assert.Equal("https://login.shop.example/.well-known/jwks.json", discovery.Text("jwks_uri"));
        var key = Assert.Single(keys.GetProperty("keys").EnumerateArray());
        using var json = JsonDocument.Parse(Base64UrlDecode(header));
        Assert.Equal(json.RootElement.Text("kid"), key.Text("kid"));
        Assert.Equal(
            ["alg", "e", "kid", "kty", "n", "use"],
            key.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app.js")]
    [InlineData("/api.js")]
    [InlineData("/countdown.js")]
    [InlineData("/app.css")]
    [InlineData("/icon.svg")]
    public async Task Page_loads_nothing_from_outside(string path)
    {
        await using var shop = new Shop();
        using var client = shop.CreateClient();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("default-src 'none';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var text = await response.Content.ReadAsStringAsync();
        foreach (var plain in (string[])["http://www.w3.org/2000/svg", "// "])
        {
            text = text.Replace(plain, "", StringComparison.Ordinal);
        }

        Assert.DoesNotContain("//", text, StringComparison.Ordinal);
    }

    private static byte[] Base64UrlDecode(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
