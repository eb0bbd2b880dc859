using System.Text.RegularExpressions;

namespace CognitoIdentity.Tests.Validation;

/// <summary>Texts that match a pattern of the contract, or do not.</summary>
internal static class SampleText
{
    /// <summary>A text of a length that matches; of an id the shortest is three characters.</summary>
    public static string OfLength(int length, string? pattern) =>
        pattern?.StartsWith(@"[\w-]+:", StringComparison.Ordinal) == true
            ? length < 2 ? new string('0', length) : "r:" + new string('0', length - 2)
            : new string(pattern?.StartsWith(@"\d", StringComparison.Ordinal) == true ? '7' : 'a', length);

    /// <summary>
    /// The pattern as Java reads it, for a whole text. (ECMAScript's way in .NET is not the same: its \w has the letter U+0130.)
    /// </summary>
    public static Regex Compile(string pattern) => new($@"\A(?:{pattern
        .Replace(@"\w", "a-zA-Z0-9_", StringComparison.Ordinal)
        .Replace(@"\d", "[0-9]", StringComparison.Ordinal)
        .Replace(@"\s", @" \t\n\v\f\r", StringComparison.Ordinal)
        .Replace(@"[\S]", @"[^ \t\n\v\f\r]", StringComparison.Ordinal)})\z");
}
