using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CognitoIdentity;

/// <summary>Writes the JSON of requests. One writer and its buffer are used again and again; calls at the same time create more.</summary>
/// <remarks>
/// JsonSerializer.SerializeToUtf8Bytes returns its buffer, with the logins of the request, to the shared pool of the process without
/// clearing it. The default encoder, too, copies a text with a <c>+</c> through such an array; the relaxed one does not.
/// </remarks>
internal sealed class RequestBodyWriter
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private Work? _idle;

    /// <summary>Returns the UTF-8 text of a request.</summary>
    public byte[] Write<T>(T request, JsonTypeInfo<T> json)
    {
        var work = Interlocked.Exchange(ref _idle, null) ?? new();
        try
        {
            JsonSerializer.Serialize(work.Writer, request, json);
            work.Writer.Flush();
            return work.Buffer.WrittenSpan.ToArray();
        }
        finally
        {
            work.Buffer.Clear();
            work.Writer.Reset();
            if (work.Buffer.Capacity <= Work.LargestKept)
            {
                Volatile.Write(ref _idle, work);
            }
        }
    }

    private sealed class Work
    {
        public const int LargestKept = 16 * 1024;

        public Work() => Writer = new(Buffer, Options);

        public ArrayBufferWriter<byte> Buffer { get; } = new(1024);

        public Utf8JsonWriter Writer { get; }
    }
}
