using System.Net.Security;
using System.Security.Authentication;
using CognitoIdentity.Tests.Support;
using WireMock.ResponseBuilders;

namespace CognitoIdentity.Tests.Http;

/// <summary>The client's own connections, against a server with TLS on loopback.</summary>
public sealed class PrimaryHandlerTests
{
    [Fact]
    public async Task Client_speaks_HTTP_2_where_the_endpoint_offers_it_and_keeps_no_cookies()
    {
        using var certificate = TlsServer.SelfSigned();
        using var server = StubServer.Start(
            Response.Create().WithHeader("Set-Cookie", "session=1").WithBody($$"""{"IdentityId":"{{TestClient.PoolId}}"}"""),
            certificate);
        var protocols = new List<SslProtocols>();
        using var handler = TlsServer.Trusting(certificate);
        handler.PlaintextStreamFilter = (context, _) =>
        {
            protocols.Add(((SslStream)context.PlaintextStream).SslProtocol);
            return ValueTask.FromResult(context.PlaintextStream);
        };
        using var client = TestClient.Create(handler, options => options.Endpoint = new(server.Url!));

        await client.GetIdAsync(TestClient.GetIdRequest);
        await client.GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal(2, server.LogEntries.Count);
        Assert.All(server.LogEntries, entry => Assert.Equal("2", entry.RequestMessage!.HttpVersion));
        Assert.All(server.LogEntries, entry => Assert.DoesNotContain("Cookie", entry.RequestMessage!.Headers!.Keys));
        Assert.True(Assert.Single(protocols) is SslProtocols.Tls12 or SslProtocols.Tls13);
    }

    // Nothing was sent, so that CreateIdentityPool is retried like the others.
    [Theory]
    [InlineData("GetId")]
    [InlineData("CreateIdentityPool")]
    public async Task Certificate_that_is_not_trusted_is_a_connection_failure_and_nothing_is_sent(string operation)
    {
        using var certificate = TlsServer.SelfSigned();
        using var server = StubServer.Start(Response.Create(), certificate);
        using var handler = PrimaryHandler.CreateSocketsHandler();
        using var client = TestClient.Create(handler, options => options.Endpoint = new(server.Url!));

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(Calls.ByName[operation](client, default));

        Assert.Equal(2, error.RetryAttempts);
        Assert.Empty(server.LogEntries);
        Assert.IsType<AuthenticationException>(error.InnerException!.InnerException);
    }

    [Fact]
    public void Handler_offers_TLS_1_2_and_later_follows_the_systems_proxy_and_renews_connections()
    {
        using var handler = PrimaryHandler.CreateSocketsHandler();

        Assert.Equal(SslProtocols.Tls12 | SslProtocols.Tls13, handler.SslOptions.EnabledSslProtocols);
        Assert.True(handler.UseProxy);
        Assert.False(handler.AllowAutoRedirect);
        Assert.InRange(handler.PooledConnectionLifetime, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));
    }
}
