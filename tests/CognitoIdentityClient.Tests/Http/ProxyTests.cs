using System.Net;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Http;

/// <summary>A proxy that lets nothing through, over real sockets.</summary>
public sealed class ProxyTests
{
    // Nothing reached the service, so that CreateIdentityPool is retried like the others.
    [Theory]
    [InlineData("ListIdentityPools")]
    [InlineData("CreateIdentityPool")]
    public async Task Proxy_that_refuses_is_a_connection_failure_that_reports_its_status_and_not_its_password(string operation)
    {
        await using var proxy = new LoopbackServer(connection => LoopbackServer.SendAsync(
            connection, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using var handler = new SocketsHttpHandler
        {
            Proxy = new WebProxy(new Uri($"http://user:p%40ss'SECRET%2F@{proxy.Endpoint.Authority}")),
        };
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(Calls.ByName[operation](client, default));

        Assert.All(proxy.Requests, request => Assert.StartsWith("CONNECT cognito-identity.us-east-1.amazonaws.com:443 ", request));
        Assert.Equal((3, 2), (proxy.Requests.Count, error.RetryAttempts));
        Assert.Contains(proxy.Endpoint.Authority, error.Message);
        Assert.Contains("407", error.Message);
        Assert.Equal(HttpRequestError.ProxyTunnelError, Assert.IsType<HttpRequestException>(error.InnerException).HttpRequestError);
        Assert.DoesNotContain("SECRET", error.ToString());
        Assert.DoesNotContain("user", error.InnerException.Message);
    }
}
