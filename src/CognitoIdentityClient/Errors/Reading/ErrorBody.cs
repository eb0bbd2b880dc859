using System.Text;
using System.Text.Json;

namespace CognitoIdentity;

/// <summary>
/// The members of an error's body that matter, as far as it can be read: half a JSON document gives what its first half has.
/// </summary>
internal readonly record struct ErrorBody(string? Type, string? Code, string? Message, bool IsJson)
{
    public static ErrorBody Read(ReadOnlySpan<byte> body)
    {
        string? type = null, code = null, message = null, otherMessage = null;
        var isJson = false;
        var reader = new Utf8JsonReader(body);
        try
        {
            // Plain text can begin like JSON too: "503 Service Unavailable".
            isJson = reader.Read() && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.Null;
            while (isJson && reader.Read())
            {
                // Members of the object itself, not of one inside it.
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                {
                    continue;
                }

                var name = Text(ref reader) ?? "";
                reader.Read();
                if (Is(name, "__type"))
                {
                    type ??= CodeText(ref reader);
                }
                else if (Is(name, "code"))
                {
                    code ??= CodeText(ref reader);
                }
                else if (name == "message")
                {
                    message ??= MessageText(ref reader);
                }
                else if (Is(name, "message"))
                {
                    otherMessage ??= MessageText(ref reader);
                }
            }
        }
        catch (JsonException)
        {
            // Not JSON, or no longer: what was read before stands.
        }

        return new(type, code, message ?? otherMessage, isJson);
    }

    private static bool Is(string name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    // Some proxies send a number; anything else is no code.
    private static string? CodeText(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => Text(ref reader),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };

    private static string? MessageText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? Text(ref reader) : null;

    /// <summary>Returns the text of a name or value; null if it is empty, or contains invalid UTF-8 or an unpaired surrogate.</summary>
    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
