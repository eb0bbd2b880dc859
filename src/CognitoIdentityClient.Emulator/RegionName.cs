using System.Text.RegularExpressions;

namespace CognitoIdentity.Emulator;

/// <summary>Recognizes region names; rejects other texts, such as a misspelled one or the name of an availability zone.</summary>
internal static partial class RegionName
{
    /// <summary>
    /// Returns whether the text has the form of a region's name, such as <c>us-gov-west-1</c>, or is <c>local</c>, which other emulators
    /// use.
    /// </summary>
    public static bool IsValid(string text) => text == "local" || (text.Length <= 63 && Form().IsMatch(text));

    [GeneratedRegex(@"\A[a-z]{2,}(-[a-z]+)+-[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
