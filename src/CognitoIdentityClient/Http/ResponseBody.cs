using System.Buffers;
using System.Text;

namespace CognitoIdentity;

/// <summary>The body of a response in a pooled buffer, read up to a limit.</summary>
internal sealed class ResponseBody : IDisposable
{
    private const int FirstGuess = 4096;
    private const int LargestFirstGuess = 64 * 1024;

    private byte[]? _buffer;
    private int _length;

    /// <summary>Whether the body is longer than the limit. If so, <see cref="Bytes"/> is empty.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>
    /// The body, without a byte order mark: pages of other servers and some test servers have one, and no parser takes it.
    /// </summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            var bytes = IsTooLong ? default : _buffer.AsSpan(0, _length);
            return bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        }
    }

    public static async ValueTask<ResponseBody> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var declaredLength = content.Headers.ContentLength;
        if (declaredLength > limit)
        {
            return new() { IsTooLong = true };
        }

        // With one byte more than the declared length, the end of the body is found without growing. A declared length alone rents at most
        // LargestFirstGuess.
        var first = (int)Math.Min(declaredLength ?? FirstGuess, LargestFirstGuess);
        var body = new ResponseBody { _buffer = ArrayPool<byte>.Shared.Rent(first + 1) };
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (true)
            {
                var read = await stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken).ConfigureAwait(false);
                body._length += read;
                if (read == 0)
                {
                    return body;
                }

                if (body._length > limit)
                {
                    body.Dispose();
                    return new() { IsTooLong = true };
                }

                if (body._length == body._buffer.Length)
                {
                    body.Grow();
                }
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_buffer is not null)
        {
            // The body may contain credentials, and the pool belongs to the whole process. A read that failed may have written behind the
            // end.
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = null;
            _length = 0;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer!.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        var copied = _length;
        Dispose();
        _buffer = larger;
        _length = copied;
    }
}
