using System.Text.RegularExpressions;

namespace CognitoIdentity.Testing.Tests.Contract;

/// <summary>Each pattern is there twice, as messages show it and compiled: both must mean the same.</summary>
public class TextPatternTests
{
    public static TheoryData<string> Patterns =>
        [.. typeof(TextPattern).GetProperties().Where(property => property.PropertyType == typeof(TextPattern))
            .Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Pattern_matches_the_texts_that_its_shown_form_describes(string name)
    {
        var pattern = (TextPattern)typeof(TextPattern).GetProperty(name)!.GetValue(null)!;
        // The service is written in Java, whose classes \d and \s are ASCII alone.
        var shown = new Regex(
            $@"\A(?:{pattern.Text.Replace(@"[\S]", @"[^ \t\n\v\f\r]").Replace(@"\s", @" \t\n\v\f\r").Replace(@"\d", "[0-9]")})\z");

        foreach (var text in Texts())
        {
            Assert.True(shown.IsMatch(text) == pattern.IsMatch(text), $"'{text}' and {pattern.Text}");
        }
    }

    // Every character that a pattern could distinguish from others, alone, first, last, and where ids have their colon.
    private static IEnumerable<string> Texts() => Enumerable.Range(0, 0x250).Concat([0x660, 0x2003, 0x3042, 0xD800])
        .SelectMany(code => new[] { $"{(char)code}", $"{(char)code}a", $"a{(char)code}", $"a:0{(char)code}", $"{(char)code}:0", "" });
}
