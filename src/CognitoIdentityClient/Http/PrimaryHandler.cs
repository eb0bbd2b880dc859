using System.Security.Authentication;

namespace CognitoIdentity;

/// <summary>The handler that opens connections.</summary>
internal static class PrimaryHandler
{
    /// <summary>
    /// A handler that follows no redirect (the service sends none, and a signature is for one address), keeps no cookie, speaks TLS 1.2 and
    /// later, and renews connections every few minutes, so that a client that lives as long as its process follows changes of DNS. Proxies
    /// are those of the system and of the environment (<c>HTTPS_PROXY</c>), as everywhere in .NET.
    /// </summary>
    public static SocketsHttpHandler Create() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        SslOptions = { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
    };
}
