using System.Text.Json;
using System.Text.Unicode;

namespace CognitoIdentity.Testing;

/// <summary>Reads the bytes of a body into JSON, or throws the service's error for an invalid body.</summary>
internal static class RequestBody
{
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement.Clone();

    /// <summary>Parses the object in the body; an empty body counts as <c>{}</c>.</summary>
    /// <exception cref="ServiceError">The body is not UTF-8, not JSON, too deep, or not an object.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return Empty;
        }

        if (!Utf8.IsValid(body.Span))
        {
            throw ServiceError.Serialization("The request body is not valid UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw ServiceError.Serialization("The request body is not a JSON object.");
            }

            DecodeAllText(root);
            return root.Clone();
        }
        catch (JsonException)
        {
            // The parser's message would quote the body, which can hold a login token.
            throw ServiceError.Serialization("The request body is not valid JSON.");
        }
    }

    /// <summary>
    /// Escapes such as <c>\ud800</c> pass the parser and fail only when the text is read, which would be in the middle of an
    /// operation. So every text is read once here.
    /// </summary>
    private static void DecodeAllText(JsonElement element)
    {
        try
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.String:
                    _ = element.GetString();
                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                    {
                        DecodeAllText(item);
                    }

                    break;
                case JsonValueKind.Object:
                    foreach (var member in element.EnumerateObject())
                    {
                        _ = member.Name;
                        DecodeAllText(member.Value);
                    }

                    break;
            }
        }
        catch (InvalidOperationException)
        {
            throw ServiceError.Serialization("The request body holds text that is not valid Unicode.");
        }
    }
}
