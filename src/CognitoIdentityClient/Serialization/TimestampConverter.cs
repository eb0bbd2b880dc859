using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// A JSON converter for the timestamps of the service: epoch seconds as an integer, a fraction or with an exponent, to the millisecond. It
/// also reads a numeric string, ISO 8601 and an HTTP date, which test servers and proxies send, and writes epoch seconds. It is public so
/// that a source generator of your own, for a <see cref="JsonSerializerContext"/> with these models, can use it; the models carry it as an
/// attribute.
/// </summary>
public sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    private static readonly decimal FirstSecond = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly decimal LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    // Without a text of its own a JsonException gets the path of the member from the serializer, and never the value.

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetDecimal(out var seconds) => FromEpochSeconds(seconds),
            JsonTokenType.String => FromText(reader.GetString()!),
            _ => throw new JsonException(),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);

    private static DateTimeOffset FromEpochSeconds(decimal seconds) =>
        seconds >= FirstSecond && seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)decimal.Round(seconds * 1000))
            : throw new JsonException();

    private static DateTimeOffset FromText(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return FromEpochSeconds(seconds);
        }

        // "O" and "s" alone would refuse the many shapes of ISO 8601; "r" is the HTTP date.
        if (DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, Utc, out var time)
            || (IsIso8601(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out time)))
        {
            return new DateTimeOffset(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }

        throw new JsonException();
    }

    // The lenient parser also reads texts such as "May" or "12/11" as dates.
    private static bool IsIso8601(string text) =>
        text.Length >= 19 && char.IsAsciiDigit(text[0]) && text[4] == '-' && text[7] == '-' && text[10] is 'T' or 't' or ' ';
}
