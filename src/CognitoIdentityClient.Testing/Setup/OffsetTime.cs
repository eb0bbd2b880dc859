using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>Times in ISO 8601 with their offset. Without one, a time would depend on the time zone of the machine.</summary>
internal static class OffsetTime
{
    /// <summary>Reads a JSON string.</summary>
    /// <returns>False if it is not a time, or has no offset.</returns>
    public static bool TryRead(JsonElement text, out DateTimeOffset time) =>
        text.TryGetDateTimeOffset(out time) && HasOffset(text.GetString()!);

    // Looked for after the date, which has hyphens too.
    private static bool HasOffset(string text) =>
        text.IndexOf('T', StringComparison.Ordinal) is var start and >= 0 && text.AsSpan(start).IndexOfAny("Z+-") >= 0;
}
