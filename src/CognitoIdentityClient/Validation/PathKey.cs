using System.Text.Encodings.Web;

namespace CognitoIdentity;

/// <summary>A key of a map in the path of a violation.</summary>
internal static class PathKey
{
    private const int LongestKey = 128;
    private const int ShownOfTooLong = 32;

    /// <summary>
    /// The key in brackets and quotes. Of one that is too long to be a key only the beginning: it may be a token that took the wrong place.
    /// Escaped as in JSON, so that no key can forge a line of a log.
    /// </summary>
    public static string Format(string key)
    {
        var shown = key.Length > LongestKey ? string.Concat(key.AsSpan(0, ShownOfTooLong), "…") : key;
        return $"[\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(shown)}\"]";
    }
}
