using System.Diagnostics;
using System.Net.Sockets;
using CognitoIdentity.Tests.Support;
using StackExchange.Redis;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>A Redis of the test's own, on a socket in a folder: no port is taken. What it has outlives being stopped.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redis");
    private Process? _process;

    public string Socket => Path.Combine(_folder.FullName, "redis.sock");

    public ConfigurationOptions Options => new()
    {
        EndPoints = { new UnixDomainSocketEndPoint(Socket) },
        AbortOnConnectFail = false,
        ConnectTimeout = 60_000,
        AsyncTimeout = 60_000,

        // An error at once while Redis is stopped.
        BacklogPolicy = BacklogPolicy.FailFast,
    };

    public static async Task<RedisServer> CreateAsync()
    {
        var server = new RedisServer();
        await server.StartAsync();
        return server;
    }

    public async Task StartAsync()
    {
        string[] arguments =
            ["--port", "0", "--unixsocket", Socket, "--dir", _folder.FullName, "--appendonly", "yes", "--appendfsync", "always"];
        _process = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true })!;
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(SafetyLimit.Value) is { } line)
        {
            if (line.Contains("ready to accept connections", StringComparison.OrdinalIgnoreCase))
            {
                // It must not block on a full pipe.
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException("redis-server did not start.");
    }

    public async Task StopAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync().WaitAsync(SafetyLimit.Value);
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await StopAsync();
        }

        _folder.Delete(recursive: true);
    }
}
