using System.Net;
using System.Net.Sockets;
using CognitoIdentity.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace CognitoIdentity.Tests.Http;

/// <summary>
/// Connections on which nothing arrives any more, without a reset, as after a network change or behind a NAT that forgot them.
/// </summary>
public sealed class DarkConnectionTests
{
    // Far longer than the client's own, which a busy machine could exceed on a connection that is not dark.
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(10);

    // The client has no timeout here: only its pings can find out.
    [Fact]
    public async Task Call_on_a_dark_connection_is_repeated_on_a_new_one()
    {
        await using var server =
            await TlsServer.StartAsync(context => context.Response.WriteAsync($$"""{"IdentityId":"{{TestClient.PoolId}}"}"""));
        await using var relay = new Relay(server.Endpoint.Port);
        using var handler = TlsServer.Trusting(server.Certificate, PingTimeout);
        using var client = TlsServer.Client(handler, new($"https://127.0.0.1:{relay.Port}"));
        await client.GetIdAsync(TestClient.GetIdRequest);

        relay.DarkenConnections();
        var response = await client.GetIdAsync(TestClient.GetIdRequest).WithinSafetyLimit();

        // On a machine that stands still for seconds, the second connection is given up too.
        Assert.InRange(response.ResponseMetadata.RetryAttempts, 1, 2);
        Assert.InRange(relay.Connections, 2, 3);
    }

    // The request may have arrived before the connection went dark.
    [Fact]
    public async Task Creation_of_a_pool_on_a_dark_connection_is_not_repeated()
    {
        await using var server =
            await TlsServer.StartAsync(context => context.Response.WriteAsync($$"""{"IdentityId":"{{TestClient.PoolId}}"}"""));
        await using var relay = new Relay(server.Endpoint.Port);
        using var handler = TlsServer.Trusting(server.Certificate, PingTimeout);
        using var client = TlsServer.Client(handler, new($"https://127.0.0.1:{relay.Port}"));
        await client.GetIdAsync(TestClient.GetIdRequest);

        relay.DarkenConnections();
        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(
            Calls.ByName["CreateIdentityPool"](client, default).WithinSafetyLimit());

        Assert.True(error.MayHaveBeenCarriedOut);
        Assert.Equal((0, 1), (error.RetryAttempts, relay.Connections));
    }

    // HTTP/1.1 has no pings. The kernel gives up instead: by probes while the connection is idle, by unacknowledged bytes while it is not.
    [Fact]
    public async Task Socket_is_given_up_by_the_kernel_when_the_other_side_is_gone()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await using var stream = await PrimaryHandler.ConnectAsync(new("127.0.0.1", port), default);
        var socket = Assert.IsType<NetworkStream>(stream).Socket;

        Assert.True(socket.NoDelay);
        Assert.Equal(1, (int)socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive)!);
        Assert.Equal(15, (int)socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime)!);
        if (OperatingSystem.IsLinux())
        {
            var userTimeout = new byte[4];
            socket.GetRawSocketOption(6, 18, userTimeout);
            Assert.Equal(3000, BitConverter.ToInt32(userTimeout));
        }
    }

    /// <summary>Forwards bytes between clients and a server of this machine, until the test makes it drop them.</summary>
    private sealed class Relay : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stopped = new();
        private readonly List<Connection> _connections = [];
        private readonly Task _accepting;
        private readonly int _serverPort;

        public Relay(int serverPort)
        {
            _serverPort = serverPort;
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _accepting = AcceptAsync();
        }

        public int Port { get; }

        public int Connections
        {
            get
            {
                lock (_connections)
                {
                    return _connections.Count;
                }
            }
        }

        public void DarkenConnections()
        {
            lock (_connections)
            {
                _connections.ForEach(connection => connection.IsDark = true);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _stopped.CancelAsync();
            _listener.Stop();
            await _accepting;
            _stopped.Dispose();
        }

        private async Task AcceptAsync()
        {
            var copies = new List<Task>();
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptSocketAsync(_stopped.Token);
                    var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                    await server.ConnectAsync(IPAddress.Loopback, _serverPort, _stopped.Token);
                    var connection = new Connection();
                    lock (_connections)
                    {
                        _connections.Add(connection);
                    }

                    copies.Add(CopyAsync(client, server, connection));
                    copies.Add(CopyAsync(server, client, connection));
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                await Task.WhenAll(copies);
            }
        }

        private async Task CopyAsync(Socket from, Socket to, Connection connection)
        {
            using (from)
            {
                var buffer = new byte[8192];
                try
                {
                    int read;
                    while ((read = await from.ReceiveAsync(buffer, _stopped.Token)) > 0)
                    {
                        if (!connection.IsDark)
                        {
                            await to.SendAsync(buffer.AsMemory(0, read), _stopped.Token);
                        }
                    }

                    if (!connection.IsDark)
                    {
                        to.Shutdown(SocketShutdown.Send);
                    }
                }
                catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
                {
                    // One side is gone, or the test is over.
                }
            }
        }

        private sealed class Connection
        {
            public volatile bool IsDark;
        }
    }
}
