using System.Net.Sockets;
using CognitoIdentity.Tests.Support;
using StackExchange.Redis;

namespace CognitoIdentity.Tests.UserCredentials;

/// <summary>A Redis of the test's own, on a socket in a folder: no port is taken. What it has outlives being stopped.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("redis");
    private RunningProgram? _program;

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
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task StartAsync()
    {
        string[] arguments =
            ["--port", "0", "--unixsocket", Socket, "--dir", _folder.FullName, "--appendonly", "yes", "--appendfsync", "always"];
        _program = RunningProgram.Start(new("redis-server", arguments));
        while (await _program.ReadLineAsync() is { } line)
        {
            if (line.Contains("ready to accept connections", StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        throw new InvalidOperationException($"redis-server did not start. {await _program.RestOfErrorsAsync()}");
    }

    public async Task StopAsync()
    {
        await _program!.DisposeAsync();
        _program = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await StopAsync();
        }

        _folder.Delete(recursive: true);
    }
}
