using System.Buffers;
using System.Globalization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// A pattern of the API reference, matched against a whole text in one scan, so that no input makes it slow.
/// </summary>
/// <remarks>
/// The reference does not say whether <c>\w</c> means ASCII only, as in Java. Here it includes letters and digits of any script, as in
/// .NET: sending a request that the service rejects is better than rejecting one that it accepts. <c>\d</c> and <c>\s</c> are ASCII.
/// </remarks>
/// <param name="text">The pattern in the API reference's spelling.</param>
/// <param name="matches">Whether a text that is not empty matches.</param>
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

    public static TextPattern PoolName => field ??= CreateWithWords(@"[\w\s+=,.@-]+", Space + "+=,.@-");

    public static TextPattern DeveloperProviderName => field ??= CreateWithWords(@"[\w._-]+", ".-");

    public static TextPattern LoginProviderId => field ??= CreateWithWords(@"[\w.;_/-]+", ".;/-");

    public static TextPattern ClientId => field ??= CreateWithWords(@"[\w_]+", "");

    public static TextPattern UserPoolName => field ??= CreateWithWords(@"[\w._:/-]+", ".:/-");

    public static TextPattern PageToken => field ??= new(@"[\S]+", static value => !value.AsSpan().ContainsAny(Spaces));

    public static TextPattern Claim => field ??= new(@"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", IsClaim);

    /// <summary>The pattern in the API reference's spelling.</summary>
    public string Text { get; } = text;

    /// <summary>Returns whether a text that is not empty matches.</summary>
    public bool Matches(string value) => matches(value);

    private static TextPattern Create(string text, string characters)
    {
        var allowed = SearchValues.Create(characters);
        return new(text, value => !value.AsSpan().ContainsAnyExcept(allowed));
    }

    /// <summary>Creates a pattern that contains <c>\w</c>.</summary>
    private static TextPattern CreateWithWords(string text, string otherCharacters)
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
        // Neither side can contain a colon, so the first one is where they meet.
        var colon = value.IndexOf(':');
        return colon > 0
            && colon < value.Length - 1
            && AreWords(value.AsSpan(0, colon), BeforeColon)
            && !value.AsSpan(colon + 1).ContainsAnyExcept(AfterColon);
    }

    // By code points, as in Java. An unpaired surrogate counts as U+FFFD, a symbol, because the JSON writer sends that for it.
    private static bool IsClaim(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            // These are the categories other than letter, mark, number, punctuation and symbol.
            if (Rune.GetUnicodeCategory(rune)
                is (>= UnicodeCategory.SpaceSeparator and <= UnicodeCategory.PrivateUse) or UnicodeCategory.OtherNotAssigned)
            {
                return false;
            }
        }

        return true;
    }
}
