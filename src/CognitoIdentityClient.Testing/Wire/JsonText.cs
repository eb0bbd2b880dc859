using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>
/// JSON as the service writes it: characters such as <c>'</c> and <c>+</c> stand as they are. Nothing here uses reflection, which
/// trimmed programs and file-based apps do without.
/// </summary>
internal static class JsonText
{
    /// <summary>Options for writers whose text goes into a response or a file, never into HTML.</summary>
    public static readonly JsonWriterOptions Compact =
        new() { Encoder = MinimalJsonEncoder.Instance, SkipValidation = true };

    public static byte[] ToUtf8(JsonNode document)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            document.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
