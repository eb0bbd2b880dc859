using System.Security.Cryptography.X509Certificates;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace CognitoIdentity.Tests.Support;

/// <summary>Starts WireMock.Net, a stub HTTP server, on a free port of 127.0.0.1.</summary>
public static class StubServer
{
    /// <summary>
    /// Starts a server that responds to every request in the same way and records it in <see cref="WireMockServer.LogEntries"/>.
    /// </summary>
    /// <param name="response">The response.</param>
    /// <param name="certificate">The server's certificate; with it, the server speaks TLS and offers HTTP/2. Default: null.</param>
    public static WireMockServer Start(IResponseBuilder response, X509Certificate2? certificate = null)
    {
        var server = WireMockServer.Start(new WireMockServerSettings
        {
            // The system chooses the port: one that WireMock.Net found free could be taken before it listens.
            Urls = [$"{(certificate is null ? "http" : "https")}://127.0.0.1:0"],
            UseHttp2 = certificate is not null,
            CertificateSettings = certificate is null ? null : new() { X509Certificate = certificate },
        });
        server.Given(Request.Create()).RespondWith(response);
        return server;
    }
}
