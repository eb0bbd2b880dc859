using System.Text;

namespace CognitoIdentity.Testing.Tests.Hosting;

/// <summary>A page can read every response of the service's paths: an error without the headers is only a "network error" to it.</summary>
public sealed class CrossOriginErrorTests
{
    private const int TooManyBytes = 2 * 1024 * 1024;

    public static TheoryData<string, string, string, int> Responses { get; } = new()
    {
        { "POST", "/other", "{}", 404 },
        { "GET", "/", "", 404 },
        { "PUT", "/", "{}", 404 },
        { "GET", "/?Action=AssumeRoleWithWebIdentity&Version=2011-06-15", "", 400 },
        { "GET", "/?Action=GetSessionToken&Version=2011-06-15", "", 400 },
        { "GET", "/.well-known/jwks_uri", "", 200 },
        { "GET", "/.well-known/openid-configuration", "", 200 },
    };

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task Response_of_any_path_can_be_read_by_a_page(string method, string path, string body, int status)
    {
        await using var service = await TestEmulator.StartAsync();
        using var request = new HttpRequestMessage(new(method), new Uri(service.Emulator.Endpoint, path));
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1");
        }

        request.Headers.Add("Origin", "https://app.example.com");

        var response = await service.SendAsync(request);

        Assert.Equal(status, response.Status);
        Assert.Equal("*", response.Headers["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task Refusal_of_a_body_that_is_too_large_can_be_read_by_a_page()
    {
        await using var service = await TestEmulator.StartAsync();
        using var request = service.Request("GetId", new string(' ', TooManyBytes));
        request.Headers.Add("Origin", "https://app.example.com");

        var response = await service.SendAsync(request);

        Assert.Equal((413, "*"), (response.Status, response.Headers["Access-Control-Allow-Origin"]));
    }
}
