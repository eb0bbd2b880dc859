using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using CognitoIdentity.Tests.Support;
using Microsoft.AspNetCore.Http.Features;

namespace CognitoIdentity.Tests.Http;

/// <summary>The client's report on a request whose connection failed: whether the service may have carried it out.</summary>
public sealed class SentOrNotTests
{
    private const int InternalError = 2;
    private const int RefusedStream = 7;

    [Theory]
    [InlineData("lost", true)]
    [InlineData("lost in the body", true)]
    [InlineData("500", true)]
    [InlineData("502", true)]
    [InlineData("504", true)]
    [InlineData("503", false)]
    [InlineData("429", false)]
    [InlineData("throttling", false)]
    [InlineData("not connected", false)]
    [InlineData("not resolved", false)]
    [InlineData("no TLS", false)]
    public async Task Error_says_whether_the_request_may_have_been_carried_out(string failure, bool expected)
    {
        using var handler = new ScriptedHandler(PassingFailures.ByName[failure]);
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.Equal(expected, error.MayHaveBeenCarriedOut);
    }

    [Fact]
    public async Task Earlier_attempt_that_left_its_outcome_open_counts_for_the_whole_call()
    {
        using var handler = new ScriptedHandler(CannedResponse.Lost, CannedResponse.NotConnected);
        using var client = TestClient.Create(handler);

        var error = await TestClient.FailureAsync<CognitoIdentityException>(client.GetIdAsync(TestClient.GetIdRequest));

        Assert.True(error.MayHaveBeenCarriedOut);
    }

    // https://www.rfc-editor.org/rfc/rfc9113#section-8.7: a refused stream was not worked on.
    [Theory]
    [InlineData(RefusedStream, false)]
    [InlineData(InternalError, true)]
    public async Task Reset_HTTP_2_stream_may_have_been_carried_out_unless_it_was_refused(int code, bool mayHaveBeenCarriedOut)
    {
        await using var server = await TlsServer.StartAsync(context =>
        {
            context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(code);
            return Task.CompletedTask;
        });
        using var handler = TlsServer.Trusting(server.Certificate);
        using var client = TlsServer.Client(handler, server.Endpoint);

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(
            Calls.ByName["CreateIdentityPool"](client, default).WithinSafetyLimit());

        Assert.Equal((mayHaveBeenCarriedOut, mayHaveBeenCarriedOut ? 0 : 2), (error.MayHaveBeenCarriedOut, error.RetryAttempts));
    }

    // The frame says that no stream was worked on, so that the request goes to another connection within the same attempt.
    [Fact]
    public async Task HTTP_2_connection_that_goes_away_before_the_request_costs_no_attempt()
    {
        using var certificate = TlsServer.SelfSigned();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync();
        using var handler = TlsServer.Trusting(certificate);
        using var client = TlsServer.Client(handler, new($"https://{listener.LocalEndpoint}"));

        var pool = await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "n", AllowUnauthenticatedIdentities = true })
            .WithinSafetyLimit();

        Assert.Equal((0, "r:1"), (pool.ResponseMetadata.RetryAttempts, pool.IdentityPoolId));
        client.Dispose();
        handler.Dispose();
        await serving.WithinSafetyLimit();

        async Task ServeAsync()
        {
            await using (var first = await Http2Connection.AcceptAsync(listener, certificate))
            {
                await first.ReadRequestAsync();
                await first.GoAwayAsync(lastStream: 0);
                await first.UntilClosedAsync();
            }

            await using var second = await Http2Connection.AcceptAsync(listener, certificate);
            var stream = await second.ReadRequestAsync();
            await second.RespondAsync(
                stream, """{"IdentityPoolId":"r:1","IdentityPoolName":"n","AllowUnauthenticatedIdentities":true}""");
            await second.UntilClosedAsync();
        }
    }

    // The frame says that the stream may have been worked on, and then the connection ends without a response.
    [Fact]
    public async Task HTTP_2_connection_that_goes_away_after_the_request_may_have_carried_it_out()
    {
        using var certificate = TlsServer.SelfSigned();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync();
        using var handler = TlsServer.Trusting(certificate);
        using var client = TlsServer.Client(handler, new($"https://{listener.LocalEndpoint}"));

        var error = await TestClient.FailureAsync<CognitoIdentityConnectionException>(
            Calls.ByName["CreateIdentityPool"](client, default).WithinSafetyLimit());

        Assert.Equal((true, 0), (error.MayHaveBeenCarriedOut, error.RetryAttempts));
        await serving.WithinSafetyLimit();

        async Task ServeAsync()
        {
            await using var connection = await Http2Connection.AcceptAsync(listener, certificate);
            var stream = await connection.ReadRequestAsync();
            await connection.GoAwayAsync(lastStream: stream);
        }
    }

    // The handshake never ends, so the body was never sent.
    [Fact]
    public async Task Creation_of_a_pool_that_timed_out_while_connecting_is_repeated()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var clock = new VirtualTime();
        using var handler = PrimaryHandler.CreateSocketsHandler();
        using var client = TestClient.Create(
            handler, options => (options.Endpoint, options.TimeProvider) = (new($"https://{listener.LocalEndpoint}"), clock));

        var call = Calls.ByName["CreateIdentityPool"](client, default);
        using var connection = await listener.AcceptSocketAsync().WithinSafetyLimit();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await clock.UntilWaitAsync(TimeSpan.FromSeconds(10), attempt);
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        var error = await TestClient.FailureAsync<CognitoIdentityTimeoutException>(call.WithinSafetyLimit());
        Assert.Equal((false, 2), (error.MayHaveBeenCarriedOut, error.RetryAttempts));
    }

    /// <summary>The few frames of HTTP/2 that Kestrel does not send on demand.</summary>
    private sealed class Http2Connection(SslStream stream) : IAsyncDisposable
    {
        private const byte Data = 0, Headers = 1, Settings = 4, GoAway = 7;
        private const byte EndStream = 1, EndHeaders = 4, Acknowledged = 1;
        private const byte Status200 = 0x88;

        public static async Task<Http2Connection> AcceptAsync(
            TcpListener listener,
            System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
        {
            var socket = await listener.AcceptSocketAsync().WithinSafetyLimit();
            var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate,
                ApplicationProtocols = [SslApplicationProtocol.Http2],
            });
            var preface = new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length];
            await stream.ReadExactlyAsync(preface);
            var connection = new Http2Connection(stream);
            await connection.WriteAsync(Settings, 0, 0, []);
            return connection;
        }

        public async Task<int> ReadRequestAsync()
        {
            while (true)
            {
                var (type, flags, id) = await ReadFrameAsync();
                if (type == Settings && (flags & Acknowledged) == 0)
                {
                    await WriteAsync(Settings, Acknowledged, 0, []);
                }

                if (type == Data && (flags & EndStream) != 0)
                {
                    return id;
                }
            }
        }

        public Task GoAwayAsync(int lastStream) => WriteAsync(GoAway, 0, 0, [0, 0, 0, (byte)lastStream, 0, 0, 0, 0]);

        public async Task RespondAsync(int id, string body)
        {
            await WriteAsync(Headers, EndHeaders, id, [Status200]);
            await WriteAsync(Data, EndStream, id, System.Text.Encoding.UTF8.GetBytes(body));
        }

        public async Task UntilClosedAsync()
        {
            try
            {
                while (true)
                {
                    await ReadFrameAsync();
                }
            }
            catch (IOException)
            {
                // Closed.
            }
        }

        public ValueTask DisposeAsync() => stream.DisposeAsync();

        private async Task<(byte Type, byte Flags, int Stream)> ReadFrameAsync()
        {
            var head = new byte[9];
            await stream.ReadExactlyAsync(head);
            var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
            await stream.ReadExactlyAsync(payload);
            return (head[3], head[4], (head[5] << 24) | (head[6] << 16) | (head[7] << 8) | head[8]);
        }

        private async Task WriteAsync(byte type, byte flags, int id, byte[] payload)
        {
            byte[] head = [0, (byte)(payload.Length >> 8), (byte)payload.Length, type, flags, 0, 0, 0, (byte)id];
            await stream.WriteAsync((byte[])[.. head, .. payload]);
        }
    }
}
