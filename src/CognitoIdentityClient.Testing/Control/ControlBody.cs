using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>The JSON object in the body of a request to the control API. Every mistake names the member.</summary>
internal sealed class ControlBody
{
    private readonly JsonElement _json;

    /// <exception cref="ControlError">
    /// The text is not a JSON object, or has a member twice or one that is not among the given ones.
    /// </exception>
    public ControlBody(ReadOnlyMemory<byte> text, params ReadOnlySpan<string> members)
    {
        _json = Parse(text.Length == 0 ? "{}"u8.ToArray() : text);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in _json.EnumerateObject())
        {
            if (!found.Add(member.Name))
            {
                throw ControlError.Invalid($"'{member.Name}' appears twice.");
            }

            if (!members.Contains(member.Name))
            {
                throw ControlError.Invalid(members.IsEmpty
                    ? $"'{member.Name}' is not expected: the body has no members."
                    : $"'{member.Name}' is not expected. The members are {string.Join(", ", members.ToArray())}.");
            }
        }
    }

    public bool Has(string name) => Find(name) is not null;

    public string RequiredText(string name) => Text(name) ?? throw ControlError.Invalid($"'{name}' is required.");

    public string? Text(string name) => Find(name, JsonValueKind.String, "a text") is { } value ? Decode(name, value) : null;

    public bool? Flag(string name) => Find(name) is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw ControlError.Invalid($"'{name}' must be true or false."),
    };

    public double? Number(string name) => Find(name, JsonValueKind.Number, "a number") is not { } value
        ? null
        : value.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw ControlError.Invalid($"'{name}' is too large.");

    public int? WholeNumber(string name) => Find(name, JsonValueKind.Number, "a whole number") is not { } value
        ? null
        : value.TryGetInt32(out var number)
            ? number
            : throw ControlError.Invalid($"'{name}' must be a whole number of at most {int.MaxValue}.");

    public DateTimeOffset? Time(string name)
    {
        if (Find(name, JsonValueKind.String, "a text") is not { } value)
        {
            return null;
        }

        return OffsetTime.TryRead(value, out var time)
            ? time
            : throw ControlError.Invalid($"'{name}' must be a time with its offset, such as 2026-11-25T12:00:00Z.");
    }

    private JsonElement? Find(string name) =>
        _json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private JsonElement? Find(string name, JsonValueKind kind, string form) =>
        Find(name) is { } value && value.ValueKind != kind ? throw ControlError.Invalid($"'{name}' must be {form}.") : Find(name);

    private static string Decode(string name, JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw ControlError.Invalid($"'{name}' is not valid Unicode.");
        }
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw ControlError.Invalid("The body must be a JSON object.");
        }
        catch (JsonException e)
        {
            // The parser's message would quote the body, which can hold a token.
            throw ControlError.Invalid($"The body is not valid JSON: see line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.");
        }
    }
}
