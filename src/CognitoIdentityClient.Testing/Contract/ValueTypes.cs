using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>The JSON types of values: what the service refuses while it still reads, before any constraint.</summary>
internal static class ValueTypes
{
    /// <exception cref="ServiceError">SerializationException, when the value is of another type.</exception>
    public static void Require(JsonElement value, JsonValueKind kind)
    {
        if (value.ValueKind != kind)
        {
            throw WrongType(value.ValueKind, kind switch
            {
                JsonValueKind.String => "a String",
                JsonValueKind.Array => "a List",
                _ => "a structure or map",
            });
        }
    }

    /// <exception cref="ServiceError">SerializationException, when the value is not a text; null is left to the constraints.</exception>
    public static void RequireTextOrNull(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            Require(value, JsonValueKind.String);
        }
    }

    /// <exception cref="ServiceError">SerializationException, when the value is neither true nor false.</exception>
    public static void RequireFlag(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            throw WrongType(value.ValueKind, "a Boolean");
        }
    }

    /// <exception cref="ServiceError">SerializationException, when the value is not a whole number of 64 bits.</exception>
    public static long RequireInteger(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
        {
            throw WrongType(value.ValueKind, "an Integer");
        }

        return number;
    }

    /// <summary>Returns whether an item of a list or map is null or breaks one of the constraints on it.</summary>
    public static bool Breaks(JsonElement item, TextShape shape) =>
        item.ValueKind == JsonValueKind.Null || !shape.Allows(item.GetString()!);

    /// <summary>Returns a list or map of texts as the service (Java) prints it: <c>[a, b]</c> or <c>{k=v}</c>.</summary>
    public static string Show(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? $"[{string.Join(", ", value.EnumerateArray().Select(Item))}]"
        : $"{{{string.Join(", ", value.EnumerateObject().Select(entry => $"{entry.Name}={Item(entry.Value)}"))}}}";

    private static string Item(JsonElement item) => item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();

    // "STRING_VALUE can not be converted to a Boolean" is the service's wording; the kind is named, never the value.
    private static ServiceError WrongType(JsonValueKind kind, string expected) =>
        ServiceError.Serialization($"{kind.ToString().ToUpperInvariant()}_VALUE can not be converted to {expected}");
}
