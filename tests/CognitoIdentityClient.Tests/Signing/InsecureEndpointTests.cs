using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Signing;

public sealed class InsecureEndpointTests : IDisposable
{
    private readonly ScriptedHandler _handler = new(CannedResponse.Ok);

    public void Dispose() => _handler.Dispose();

    [Theory]
    [InlineData("http://proxy.example.com/")]
    [InlineData("http://10.0.0.1:8080/")]
    [InlineData("http://[2001:db8::1]/")]
    public async Task Signed_call_over_plain_http_to_another_machine_is_refused_and_nothing_is_sent(string endpoint)
    {
        using var client = Create(endpoint);

        var error = await Assert.ThrowsAsync<InsecureEndpointException>(() => client.ListIdentityPoolsAsync(TestClient.ListRequest));

        Assert.Empty(_handler.Requests);
        Assert.Contains(new Uri(endpoint).Authority, error.Message);
        Assert.Equal("ListIdentityPools", error.OperationName);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5050/")]
    [InlineData("http://127.1.2.3/")]
    [InlineData("http://localhost:4566/")]
    [InlineData("http://[::1]:4566/")]
    [InlineData("https://proxy.example.com/")]
    public async Task Signed_call_over_https_or_to_this_machine_is_sent(string endpoint)
    {
        using var client = Create(endpoint);

        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Single(_handler.Requests);
    }

    [Fact]
    public async Task Signed_call_over_plain_http_is_sent_where_it_is_allowed()
    {
        using var client = Create("http://proxy.example.com/", allow: true);

        await client.ListIdentityPoolsAsync(TestClient.ListRequest);

        Assert.Single(_handler.Requests);
    }

    [Fact]
    public async Task Anonymous_call_over_plain_http_is_sent()
    {
        using var client = Create("http://proxy.example.com/");

        await client.GetIdAsync(TestClient.GetIdRequest);

        Assert.Single(_handler.Requests);
    }

    private CognitoIdentityClient Create(string endpoint, bool allow = false) => TestClient.Create(
        _handler,
        options => (options.Endpoint, options.AllowInsecureEndpoint) = (new(endpoint), allow));
}
