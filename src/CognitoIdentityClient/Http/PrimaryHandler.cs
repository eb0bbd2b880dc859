using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Authentication;

namespace CognitoIdentity;

/// <summary>The handler that opens connections.</summary>
internal static class PrimaryHandler
{
    // The handler looks at both once a second. So a connection that went dark is given up 3 seconds after the next request, or 4 if that
    // follows a response within a second, and the call can succeed on another connection within 5 seconds.
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(1.9);

    // HTTP/1.1 has no pings, so TCP itself gives up: a connection without requests by keep-alive probes, one with a request by the time
    // that sent bytes may stay unacknowledged. https://man7.org/linux/man-pages/man7/tcp.7.html
    private const int ProbeDelaySeconds = 15;
    private const int ProbeIntervalSeconds = 1;
    private const int Probes = 3;
    private const int UnacknowledgedSeconds = 3;

    /// <summary>Gets whether the platform lets .NET open connections itself; a browser does not.</summary>
    [UnsupportedOSPlatformGuard("browser")]
    public static bool HasSockets => !OperatingSystem.IsBrowser();

    /// <summary>Creates the handler of this platform. It follows no redirect: a signature is for one address.</summary>
    public static HttpMessageHandler Create() =>
        HasSockets ? CreateSocketsHandler() : new HttpClientHandler { AllowAutoRedirect = false };

    /// <summary>
    /// Creates a handler that follows no redirect, keeps no cookie, speaks TLS 1.2 and later, replaces connections every few minutes so
    /// that a client that lives as long as its process follows changes of DNS, and gives up connections that went dark. Proxies are those
    /// of the system and of the environment (<c>HTTPS_PROXY</c>), as everywhere in .NET.
    /// </summary>
    [UnsupportedOSPlatform("browser")]
    public static SocketsHttpHandler CreateSocketsHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        KeepAlivePingDelay = PingDelay,
        KeepAlivePingTimeout = PingTimeout,
        ConnectCallback = static (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, cancellationToken),
        SslOptions = { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
    };

    /// <summary>
    /// Connects as <see cref="SocketsHttpHandler"/> does by default, with a socket that notices when the other side is gone.
    /// </summary>
    [UnsupportedOSPlatform("browser")]
    internal static async ValueTask<Stream> ConnectAsync(DnsEndPoint endpoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Before .NET 10, a socket with options that .NET does not track connects to no name on Linux and macOS, since it may have to
            // try several addresses: the options follow. https://github.com/dotnet/runtime/issues/110124
            await socket.ConnectAsync(endpoint, cancellationToken).ConfigureAwait(false);
            NoticeDarkness(socket);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [UnsupportedOSPlatform("browser")]
    private static void NoticeDarkness(Socket socket)
    {
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, ProbeDelaySeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, ProbeIntervalSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Probes);
            if (LongestUnacknowledged() is var (option, value))
            {
                socket.SetRawSocketOption((int)SocketOptionLevel.Tcp, option, BitConverter.GetBytes(value));
            }
        }
        catch (SocketException)
        {
            // A platform without one of the options still connects; there AttemptTimeout ends a request on a dark connection.
        }
    }

    // .NET has no name for this option. TCP_USER_TIMEOUT of Linux counts milliseconds; TCP_RXT_CONNDROPTIME of Apple's systems
    // (netinet/tcp.h) and TCP_MAXRT of Windows (https://learn.microsoft.com/windows/win32/winsock/ipproto-tcp-socket-options) seconds.
    private static (int Option, int Value)? LongestUnacknowledged() =>
        OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? (18, UnacknowledgedSeconds * 1_000)
        : OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() ? (0x80, UnacknowledgedSeconds)
        : OperatingSystem.IsWindows() ? (5, UnacknowledgedSeconds)
        : null;
}
