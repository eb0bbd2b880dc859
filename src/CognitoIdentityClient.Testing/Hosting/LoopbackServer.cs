using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CognitoIdentity.Testing;

/// <summary>
/// The emulator over HTTP: Kestrel alone, without the generic host, which would read the application's configuration and
/// take over its signals.
/// </summary>
internal sealed class LoopbackServer : IHttpApplication<IFeatureCollection>, IAsyncDisposable
{
    private readonly RequestPipeline _front;
    private readonly ControlApi? _control;
    private readonly KestrelServer _server;

    private LoopbackServer(RequestPipeline front, ControlApi? control, IPEndPoint address)
    {
        _front = front;
        _control = control;
        var options = new KestrelServerOptions { AddServerHeader = false };
        // The core refuses large bodies itself, with the service's error.
        options.Limits.MaxRequestBodySize = null;
        options.Listen(address, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    /// <summary>The address at which a client on this machine reaches the server.</summary>
    public Uri Address
    {
        get
        {
            var address = new Uri(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
            // 0.0.0.0 and [::] are addresses to listen on, not to connect to. Kestrel's [::] takes IPv4 too, which a machine always has.
            var listensOnAll = IPAddress.TryParse(address.DnsSafeHost, out var ip)
                && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any));
            return listensOnAll ? new UriBuilder(address) { Host = $"{IPAddress.Loopback}" }.Uri : address;
        }
    }

    public static async Task<LoopbackServer> StartAsync(
        RequestPipeline front, ControlApi? control, IPEndPoint address, CancellationToken cancellationToken)
    {
        var server = new LoopbackServer(front, control, address);
        try
        {
            await server._server.StartAsync(server, cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch (SocketException e)
        {
            server._server.Dispose();
            // As Kestrel itself has it for a port that is taken.
            throw new IOException($"Failed to bind to {address}: {e.Message}.", e);
        }
        catch
        {
            server._server.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        // Canceled from the start: an emulator that is thrown away need not wait for its clients.
        await _server.StopAsync(now.Token).ConfigureAwait(false);
        _server.Dispose();
    }

    IFeatureCollection IHttpApplication<IFeatureCollection>.CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    void IHttpApplication<IFeatureCollection>.DisposeContext(IFeatureCollection context, Exception? exception)
    {
        // Nothing of a request outlives it.
    }

    async Task IHttpApplication<IFeatureCollection>.ProcessRequestAsync(IFeatureCollection features)
    {
        var context = new DefaultHttpContext(features);
        if (_control is not null && ControlApi.Covers(context.Request.Path))
        {
            await _control.HandleAsync(context).ConfigureAwait(false);
            return;
        }

        var request = await ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        var response = await _front.SendAsync(request, context.RequestAborted).ConfigureAwait(false);
        if (response is null)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength = response.Body.Length;
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<ServiceRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // As it was sent: the path that was signed is not decoded.
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.StartsWith('/') ? Path(target) : request.Path.ToUriComponent();
        // Copied, because Kestrel uses its dictionary for the next request on the connection.
        var headers = new Dictionary<string, string>(request.Headers.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers)
        {
            headers[name] = values.ToString();
        }

        var body = await ReadBodyAsync(request, cancellationToken).ConfigureAwait(false);
        return new(request.Method.ToUpperInvariant(), path, request.QueryString.Value?.TrimStart('?') ?? "", headers, body);
    }

    private static string Path(string target) => target.IndexOf('?', StringComparison.Ordinal) is var end and >= 0 ? target[..end] : target;

    /// <summary>Reads the body no further than one byte over the limit, by which the core knows that it is too large.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        const int Limit = EmulatorCore.MaxBodyBytes + 1;
        // Kestrel ends the stream after as many bytes as the header says, or fails.
        if (request.ContentLength is { } length)
        {
            var whole = new byte[Math.Min(length, Limit)];
            await request.Body.ReadExactlyAsync(whole, cancellationToken).ConfigureAwait(false);
            return whole;
        }

        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int count;
        while (body.Length < Limit && (count = await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }
}
