using System.Net;

namespace CognitoIdentity;

/// <summary>The body of one request, which records that a message handler took it to send it.</summary>
/// <remarks>
/// <see cref="SocketsHttpHandler"/> reads the content only once it has a connection. So a body that was not read was never sent: an attempt
/// that timed out while it was connecting cannot have been carried out.
/// </remarks>
internal sealed class RequestContent(byte[] body) : HttpContent
{
    private volatile bool _wasRead;

    /// <summary>Whether any handler read the body.</summary>
    public bool WasRead => _wasRead;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _wasRead = true;
        return stream.WriteAsync(body, cancellationToken).AsTask();
    }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _wasRead = true;
        stream.Write(body);
    }

    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        _wasRead = true;
        return Task.FromResult<Stream>(new MemoryStream(body, writable: false));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
