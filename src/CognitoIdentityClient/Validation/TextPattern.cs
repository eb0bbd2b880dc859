using System.Buffers;
using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// A pattern of the API reference, matched against a whole text by one scan: no input makes it slow.
/// </summary>
/// <remarks>
/// The reference does not say whether <c>\w</c> is ASCII alone, as in Java. It is read as .NET does, letters and digits of any script
/// included: to send what the service refuses is a lesser evil than to refuse what it takes. <c>\d</c> and <c>\s</c> are ASCII.
/// </remarks>
/// <param name="text">The pattern in the API reference's spelling.</param>
/// <param name="matches">Whether a text, which is not empty, matches.</param>
internal sealed class TextPattern(string text, Predicate<string> matches)
{
    private const string Digits = "0123456789";
    private const string Word = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_" + Digits;
    private const string Space = " \t\n\v\f\r";

    private static readonly SearchValues<char> BeforeColon = SearchValues.Create(Word + "-");
    private static readonly SearchValues<char> AfterColon = SearchValues.Create(Digits + "abcdef-");

    private static SearchValues<char> Spaces => field ??= SearchValues.Create(Space);

    public static TextPattern Id => field ??= new(@"[\w-]+:[0-9a-f-]+", IsId);

    public static TextPattern AccountId => field ??= Create(@"\d+", Digits);

    public static TextPattern PoolName => field ??= OfWords(@"[\w\s+=,.@-]+", Space + "+=,.@-");

    public static TextPattern DeveloperProviderName => field ??= OfWords(@"[\w._-]+", ".-");

    public static TextPattern LoginProviderId => field ??= OfWords(@"[\w.;_/-]+", ".;/-");

    public static TextPattern ClientId => field ??= OfWords(@"[\w_]+", "");

    public static TextPattern UserPoolName => field ??= OfWords(@"[\w._:/-]+", ".:/-");

    public static TextPattern PageToken => field ??= new(@"[\S]+", static value => !value.AsSpan().ContainsAny(Spaces));

    public static TextPattern Claim => field ??= new(@"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", IsClaim);

    /// <summary>The pattern in the API reference's spelling.</summary>
    public string Text { get; } = text;

    /// <summary>Whether a text, which is not empty, matches.</summary>
    public bool Matches(string value) => matches(value);

    private static TextPattern Create(string text, string characters)
    {
        var allowed = SearchValues.Create(characters);
        return new(text, value => !value.AsSpan().ContainsAnyExcept(allowed));
    }

    /// <summary>A pattern with <c>\w</c> in it.</summary>
    private static TextPattern OfWords(string text, string otherCharacters)
    {
        var allowed = SearchValues.Create(Word + otherCharacters);
        return new(text, value => AreWords(value, allowed));
    }

    private static bool AreWords(ReadOnlySpan<char> value, SearchValues<char> allowed)
    {
        while (value.IndexOfAnyExcept(allowed) is >= 0 and var index)
        {
            if (!IsWordOfAnyScript(value[index]))
            {
                return false;
            }

            value = value[(index + 1)..];
        }

        return true;
    }

    // https://learn.microsoft.com/dotnet/standard/base-types/character-classes-in-regular-expressions#word-character-w
    private static bool IsWordOfAnyScript(char character) =>
        !char.IsAscii(character)
        && char.GetUnicodeCategory(character)
            is <= UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    private static bool IsId(string value)
    {
        // Neither side has a colon in it, so the first one is the only place to part them.
        var colon = value.IndexOf(':');
        return colon > 0
            && colon < value.Length - 1
            && AreWords(value.AsSpan(0, colon), BeforeColon)
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
