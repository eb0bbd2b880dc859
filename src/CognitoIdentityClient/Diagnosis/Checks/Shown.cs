using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>Makes foreign text fit to be shown: keys, claims and messages come from anywhere.</summary>
internal static class Shown
{
    private const int LongestProvider = 128;
    private const int LongestValue = 120;

    /// <summary>
    /// Returns a text without characters that move a terminal's cursor or reverse the reading direction, cut at a length.
    /// </summary>
    public static string Text(string text, int longest = LongestValue)
    {
        var shown = new StringBuilder(Math.Min(text.Length, longest + 1));
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= longest)
            {
                shown.Append('…');
                break;
            }

            shown.Append(IsPlain(rune) ? rune.ToString() : "\uFFFD");
        }

        return shown.ToString();
    }

    /// <summary>Returns the key of a login, unless it may be a token that took the wrong place.</summary>
    public static string Key(string key) =>
        MayBeToken(key) ? $"({Wording.Count(key.Length, "character")}, hidden)" : Text(key, LongestProvider);

    /// <summary>Returns whether a key of Logins may be a token: longer than any provider's name, or three parts of Base64.</summary>
    public static bool MayBeToken(string key) =>
        key.Length > LongestProvider
        || key.StartsWith("eyJ", StringComparison.Ordinal)
        || JsonWebToken.TryRead(key, readsIssuer: false, out _);

    /// <summary>Returns texts as a list: <c>"a", "b"</c>.</summary>
    public static string List(IEnumerable<string> texts)
    {
        const int Most = 10;
        var all = texts.Select(text => $"\"{Text(text)}\"").ToList();
        return all.Count switch
        {
            0 => "none",
            <= Most => string.Join(", ", all),
            _ => $"{string.Join(", ", all.Take(Most))} and {all.Count - Most} more",
        };
    }

    public static string Time(long epochSeconds)
    {
        var bounded = Math.Clamp(epochSeconds, DateTimeOffset.MinValue.ToUnixTimeSeconds(), DateTimeOffset.MaxValue.ToUnixTimeSeconds());
        return DateTimeOffset.FromUnixTimeSeconds(bounded).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    public static string Span(TimeSpan span)
    {
        var length = span.Duration();
        return length switch
        {
            { TotalDays: >= 2 } => $"{(long)length.TotalDays} days",
            { TotalHours: >= 2 } => $"{(long)length.TotalHours} hours",
            { TotalMinutes: >= 2 } => $"{(long)length.TotalMinutes} minutes",
            _ => Wording.Count((int)length.TotalSeconds, "second"),
        };
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
}
