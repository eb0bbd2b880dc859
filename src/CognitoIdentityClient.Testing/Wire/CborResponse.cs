using System.Buffers.Binary;
using System.Text;

namespace CognitoIdentity.Testing;

/// <summary>An error of the protocol RPC v2 CBOR (https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html).</summary>
internal static class CborResponse
{
    public const string ProtocolHeader = "Smithy-Protocol";
    public const string Protocol = "rpc-v2-cbor";

    // Of RFC 8949, section 3.1: a text with its length in the next two bytes, and a map of two entries.
    private const byte TextWithLength = 0x79;
    private const byte MapOfTwo = 0xA2;

    public static ServiceResponse Error(ServiceError error, string requestId, DateTimeOffset now)
    {
        using var body = new MemoryStream();
        body.WriteByte(MapOfTwo);
        foreach (var text in (ReadOnlySpan<string>)["__type", error.Code, "message", error.Message])
        {
            Write(body, text);
        }

        var headers = ServiceResponse.CommonHeaders("application/cbor", requestId, now);
        headers[ProtocolHeader] = Protocol;
        return new(error.Status, body.ToArray(), headers) { Failure = error };
    }

    private static void Write(Stream body, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> head = [TextWithLength, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[1..], checked((ushort)bytes.Length));
        body.Write(head);
        body.Write(bytes);
    }
}
