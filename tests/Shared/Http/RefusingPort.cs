using System.Net;
using System.Net.Sockets;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// A port of 127.0.0.1 that refuses connections: it is bound, so that no other program can listen there, but nothing listens.
/// </summary>
public sealed class RefusingPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public RefusingPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public Uri Endpoint => new($"http://{_socket.LocalEndPoint}");

    public void Dispose() => _socket.Dispose();
}
