using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CognitoIdentity.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Tests.Http;

/// <summary>The client's own connections, against Kestrel with TLS on loopback.</summary>
public sealed class PrimaryHandlerTests
{
    [Fact]
    public async Task Client_speaks_HTTP_2_where_the_endpoint_offers_it_and_keeps_no_cookies()
    {
        using var certificate = SelfSigned();
        var seen = new List<(string Protocol, SslProtocols Tls, string? Cookie)>();
        await using var server = await StartAsync(certificate, context =>
        {
            var tls = context.Features.Get<Microsoft.AspNetCore.Connections.Features.ITlsHandshakeFeature>()!.Protocol;
            seen.Add((context.Request.Protocol, tls, context.Request.Headers.Cookie));
            context.Response.Headers.SetCookie = "session=1";
            return context.Response.WriteAsync($$"""{"IdentityId":"{{TestClient.PoolId}}"}""");
        });
        using var handler = PrimaryHandler.CreateSocketsHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Equals(shown);
        using var client = TestClient.Create(
            handler, options => (options.Endpoint, options.TimeProvider) = (new(server.Urls.Single()), TimeProvider.System));

        await client.GetIdAsync(TestClient.GetIdRequest);
        await client.GetIdAsync(TestClient.GetIdRequest);

        Assert.Equal(2, seen.Count);
        Assert.All(seen, request => Assert.Equal("HTTP/2", request.Protocol));
        Assert.All(seen, request => Assert.True(request.Tls is SslProtocols.Tls12 or SslProtocols.Tls13));
        Assert.All(seen, request => Assert.Null(request.Cookie));
    }

    // Nothing was sent, so that CreateIdentityPool is retried like the others.
    [Theory]
    [InlineData("GetId")]
    [InlineData("CreateIdentityPool")]
    public async Task Certificate_that_is_not_trusted_is_a_connection_failure_and_nothing_is_sent(string operation)
    {
        using var certificate = SelfSigned();
        var requests = 0;
        await using var server = await StartAsync(certificate, _ =>
        {
            requests++;
            return Task.CompletedTask;
        });
        using var handler = PrimaryHandler.CreateSocketsHandler();
        using var client = TestClient.Create(handler, options => options.Endpoint = new(server.Urls.Single()));

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(Calls.ByName[operation](client, default));

        Assert.Equal((2, 0), (error.RetryAttempts, requests));
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

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static async Task<WebApplication> StartAsync(X509Certificate2 certificate, RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return server;
    }
}
