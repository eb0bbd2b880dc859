using System.Buffers;
using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// A pattern of the API reference, matched against a whole text by one scan: no input makes it slow. The service reads patterns as
/// <see href="https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/regex/Pattern.html">Java</see> does, where
/// <c>\w</c>, <c>\d</c> and <c>\s</c> are ASCII alone, unlike in .NET.
/// </summary>
/// <param name="text">The pattern in the API reference's spelling.</param>
/// <param name="matches">Whether a text, which is not empty, matches.</param>
internal sealed class TextPattern(string text, Predicate<string> matches)
{
    private const string Digits = "0123456789";
    private const string Word = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_" + Digits;
    private const string Space = " \t\n\v\f\r";

    private static readonly SearchValues<char> BeforeColon = SearchValues.Create(Word + "-");
    private static readonly SearchValues<char> AfterColon = SearchValues.Create(Digits + "abcdef-");
    private static readonly SearchValues<char> Spaces = SearchValues.Create(Space);

    public static TextPattern Id { get; } = new(@"[\w-]+:[0-9a-f-]+", IsId);

    public static TextPattern AccountId { get; } = Of(@"\d+", Digits);

    public static TextPattern PoolName { get; } = Of(@"[\w\s+=,.@-]+", Word + Space + "+=,.@-");

    public static TextPattern DeveloperProviderName { get; } = Of(@"[\w._-]+", Word + ".-");

    public static TextPattern LoginProviderId { get; } = Of(@"[\w.;_/-]+", Word + ".;/-");

    public static TextPattern ClientId { get; } = Of(@"[\w_]+", Word);

    public static TextPattern UserPoolName { get; } = Of(@"[\w._:/-]+", Word + ".:/-");

    public static TextPattern PageToken { get; } = new(@"[\S]+", static value => !value.AsSpan().ContainsAny(Spaces));

    public static TextPattern Claim { get; } = new(@"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", IsClaim);

    /// <summary>The pattern in the API reference's spelling.</summary>
    public string Text { get; } = text;

    /// <summary>Whether a text, which is not empty, matches.</summary>
    public bool Matches(string value) => matches(value);

    private static TextPattern Of(string text, string characters)
    {
        var allowed = SearchValues.Create(characters);
        return new(text, value => !value.AsSpan().ContainsAnyExcept(allowed));
    }

    private static bool IsId(string value)
    {
        // Neither side has a colon in it, so the first one is the only place to part them.
        var colon = value.IndexOf(':');
        return colon > 0
            && colon < value.Length - 1
            && !value.AsSpan(0, colon).ContainsAnyExcept(BeforeColon)
            && !value.AsSpan(colon + 1).ContainsAnyExcept(AfterColon);
    }

    // By code points, as in Java. Half a surrogate pair counts as U+FFFD, a symbol, which is what the JSON writer sends for it.
    private static bool IsClaim(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            // All that is neither letter, mark, number, punctuation nor symbol: separators, controls, formats, private use, unassigned.
            if (Rune.GetUnicodeCategory(rune)
                is (>= UnicodeCategory.SpaceSeparator and <= UnicodeCategory.PrivateUse) or UnicodeCategory.OtherNotAssigned)
            {
                return false;
            }
        }

        return true;
    }
}
