using System.Text.Encodings.Web;

namespace CognitoIdentity;

/// <summary>The form of a map's key in the path of a violation.</summary>
internal static class PathKey
{
    private const int MaxKeyLength = 128;
    private const int ShownLength = 32;

    /// <summary>
    /// Returns the key in brackets and quotes, escaped as in JSON, so that no key can forge a line of a log. Only the beginning of a key is
    /// shown if it is too long to be one: it may be a token in the wrong place.
    /// </summary>
    public static string Format(string key)
    {
        var shown = key.Length > MaxKeyLength ? string.Concat(key.AsSpan(0, ShownLength), "…") : key;
        return $"[\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(shown)}\"]";
    }
}
