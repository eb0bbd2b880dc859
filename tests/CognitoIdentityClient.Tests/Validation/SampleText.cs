using System.Text.RegularExpressions;

namespace CognitoIdentity.Tests.Validation;

/// <summary>Texts that match a pattern of the contract, or do not.</summary>
internal static class SampleText
{
    /// <summary>A text of a length that matches; of an id the shortest is three characters.</summary>
    public static string WithLength(int length, string? pattern) =>
        pattern?.StartsWith(@"[\w-]+:", StringComparison.Ordinal) == true
            ? length < 2 ? new string('0', length) : "r:" + new string('0', length - 2)
            : new string(pattern?.StartsWith(@"\d", StringComparison.Ordinal) == true ? '7' : 'a', length);

    /// <summary>
    /// The pattern for a whole text: \w with the letters and digits of any script, the other classes as Java reads them, in ASCII.
    /// </summary>
    public static Regex Compile(string pattern) => new($@"\A(?:{pattern
        .Replace(@"\d", "[0-9]", StringComparison.Ordinal)
        .Replace(@"\s", @" \t\n\v\f\r", StringComparison.Ordinal)
        .Replace(@"[\S]", @"[^ \t\n\v\f\r]", StringComparison.Ordinal)})\z");
}
