using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CognitoIdentity.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Tests.Http;

/// <summary>Kestrel with TLS and HTTP/2 on loopback, and the client's own connections to it.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate;
    private readonly WebApplication _server;

    private TlsServer(X509Certificate2 certificate, WebApplication server)
    {
        _certificate = certificate;
        _server = server;
    }

    public X509Certificate2 Certificate => _certificate;

    public Uri Endpoint => new(_server.Urls.Single());

    public static async Task<TlsServer> StartAsync(RequestDelegate respond)
    {
        var certificate = SelfSigned();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var server = builder.Build();
        server.Run(respond);
        await server.StartAsync();
        return new(certificate, server);
    }

    public static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Creates the client's own primary handler, which trusts only this certificate.</summary>
    /// <param name="certificate">The server's certificate.</param>
    /// <param name="pingTimeout">
    /// The real time after which a connection without a response to a ping is given up. Default: no pings, because a busy machine may be
    /// slow, and a server of a few frames does not respond to them.
    /// </param>
    public static SocketsHttpHandler Trusting(X509Certificate2 certificate, TimeSpan? pingTimeout = null)
    {
        var handler = PrimaryHandler.CreateSocketsHandler();
        if (pingTimeout is { } timeout)
        {
            handler.KeepAlivePingTimeout = timeout;
        }
        else
        {
            handler.KeepAlivePingDelay = Timeout.InfiniteTimeSpan;
        }

        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Equals(shown);
        return handler;
    }

    /// <summary>Creates a client in real time without timeouts, so that only the connection can end an attempt.</summary>
    public static CognitoIdentityClient Client(HttpMessageHandler handler, Uri endpoint) => TestClient.Create(handler, options =>
    {
        options.Endpoint = endpoint;
        options.TimeProvider = TimeProvider.System;
        options.AttemptTimeout = options.TotalTimeout = Timeout.InfiniteTimeSpan;
    });

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
        _certificate.Dispose();
    }
}
