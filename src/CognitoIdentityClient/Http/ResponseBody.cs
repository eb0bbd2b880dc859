using System.Buffers;
using System.Runtime.CompilerServices;

namespace CognitoIdentity.Http;

/// <summary>A response's body in a pooled buffer, read up to a limit.</summary>
internal struct ResponseBody : IDisposable
{
    private const int FirstGuess = 4096;

    private byte[]? buffer;
    private int length;

    /// <summary>Whether the body is longer than the limit. It was not read to the end, and <see cref="Bytes"/> is empty.</summary>
    public bool IsTooLong { get; private set; }

    public readonly ReadOnlySpan<byte> Bytes => IsTooLong ? default : buffer.AsSpan(0, length);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<ResponseBody> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var declaredLength = content.Headers.ContentLength;
        if (declaredLength > limit)
        {
            return new() { IsTooLong = true };
        }

        // One byte over the declared length tells the end of the body without growing.
        var body = new ResponseBody { buffer = ArrayPool<byte>.Shared.Rent((int)(declaredLength ?? FirstGuess) + 1) };
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (true)
            {
                var read = await stream.ReadAsync(body.buffer.AsMemory(body.length), cancellationToken).ConfigureAwait(false);
                body.length += read;
                if (read == 0)
                {
                    return body;
                }

                if (body.length > limit)
                {
                    body.Dispose();
                    return new() { IsTooLong = true };
                }

                if (body.length == body.buffer.Length)
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
        if (buffer is not null)
        {
            // The body may hold credentials, and the pool is the whole process's.
            buffer.AsSpan(0, length).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = null;
            length = 0;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer!.Length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        var copied = length;
        Dispose();
        buffer = larger;
        length = copied;
    }
}
