using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// A server on a free port of 127.0.0.1 that reads one request from each connection and then does with it what the test says. It knows
/// nothing of HTTP but where a request ends, so that a test can respond with what no HTTP server sends: broken framing, half a response, a
/// reset connection, or nothing. For responses that are HTTP there is <see cref="StubServer"/>.
/// </summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _accepting;

    public LoopbackServer(Func<Socket, Task> response)
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Endpoint = new($"http://{_listener.LocalEndPoint}");
        _accepting = AcceptAsync(response);
    }

    public Uri Endpoint { get; }

    /// <summary>The requests, each as it was on the wire.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public static async Task SendAsync(Socket connection, string response) => await connection.SendAsync(Encoding.UTF8.GetBytes(response));

    public static Task SendJsonAsync(Socket connection, string json) =>
        SendAsync(connection, $"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    public static Task ResetAsync(Socket connection)
    {
        connection.LingerState = new(true, 0);
        connection.Close();
        return Task.CompletedTask;
    }

    /// <summary>Stops listening and closes all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _accepting.WithinSafetyLimit();
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptAsync(Func<Socket, Task> response)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptAsync(_stopping.Token), response));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket connection, Func<Socket, Task> response)
    {
        using (connection)
        await using (_stopping.Token.Register(connection.Dispose))
        {
            try
            {
                _requests.Enqueue(await ReadRequestAsync(connection));
                await response(connection);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private static async Task<string> ReadRequestAsync(Socket connection)
    {
        var buffer = new byte[65_536];
        var length = 0;
        while (true)
        {
            var read = await connection.ReceiveAsync(buffer.AsMemory(length));
            length += read;
            var text = Encoding.Latin1.GetString(buffer, 0, length);
            if (read == 0 || IsWhole(text))
            {
                return text;
            }
        }
    }

    private static bool IsWhole(string text)
    {
        var parts = text.Split("\r\n\r\n", 2);
        return parts.Length == 2
            && (text.StartsWith("CONNECT ", StringComparison.Ordinal)
                || $"{parts[0]}\r\n".Contains($"\r\nContent-Length: {parts[1].Length}\r\n", StringComparison.Ordinal));
    }
}
