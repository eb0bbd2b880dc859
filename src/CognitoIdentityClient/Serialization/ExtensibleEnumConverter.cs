using System.Text.Json;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// A JSON converter for the values that the service may extend at any time, such as <see cref="RoleMappingType"/>: a value is written as
/// its text, as a value and as a key of a map, and an unknown text is kept. It is public so that a source generator of your own, for a <see
/// cref="JsonSerializerContext"/> with these models, can use it; the models carry it as an attribute.
/// </summary>
/// <typeparam name="T">The type of the values; its <c>ToString()</c> is the text.</typeparam>
public sealed class ExtensibleEnumConverter<T> : JsonConverter<T>
    where T : struct, IParsable<T>
{
    /// <summary>Gets true: null where a value is necessary is read as <c>default</c>, so that it does not fail a whole response.</summary>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => Parse(ref reader),
        JsonTokenType.Null => default,

        // Without a text of its own the exception gets the path of the member from the serializer, and never the value.
        _ => throw new JsonException(),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(ref reader);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString()!);

    private static T Parse(ref Utf8JsonReader reader) => T.Parse(reader.GetString()!, provider: null);
}
