using System.Reflection;

namespace CognitoIdentity.Tests.Validation;

/// <summary>A pattern is matched by a scan of ours: a regular expression of the same text says what it has to find.</summary>
public sealed class TextPatternTests
{
    private static readonly IReadOnlyDictionary<string, TextPattern> Patterns = typeof(TextPattern)
        .GetProperties(BindingFlags.Static | BindingFlags.Public)
        .ToDictionary(property => property.Name, property => (TextPattern)property.GetValue(null)!);

    public static TheoryData<string> Names { get; } = new(Patterns.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Pattern_matches_the_characters_of_its_regular_expression(string name)
    {
        var pattern = Patterns[name];
        var regex = SampleText.Compile(pattern.Text);
        var valid = SampleText.WithLength(4, pattern.Text);

        Assert.True(pattern.Matches(valid));
        for (var character = '\0'; character < char.MaxValue; character++)
        {
            // Half a surrogate pair is sent as U+FFFD.
            var sent = char.IsSurrogate(character) ? '\uFFFD' : character;
            AssertSame(valid + character, valid + sent);
            AssertSame(character + valid, sent + valid);
            AssertSame($"{character}", $"{sent}");
        }

        void AssertSame(string text, string sent)
        {
            if (pattern.Matches(text) != regex.IsMatch(sent))
            {
                Assert.Fail($"{name} and its regular expression disagree on U+{(int)text[0]:X4}…U+{(int)text[^1]:X4}");
            }
        }
    }

    [Theory]
    [InlineData("a:0", true)]
    [InlineData("us-east-1:177a950c-2c08-43f0-9983-28727b447f80", true)]
    [InlineData(":0", false)]
    [InlineData("a:", false)]
    [InlineData(":", false)]
    [InlineData("a0", false)]
    [InlineData("a:0:0", false)]
    [InlineData("a:0\n", false)]
    [InlineData("us-east-1:1cf667a2-49a6-454b-9e45-23199EXAMPLE", false)]
    public void Id_has_a_region_and_hexadecimal_digits(string id, bool matches) => Assert.Equal(matches, TextPattern.Id.Matches(id));

    // Code points beyond U+FFFF are two characters in .NET and one to the service: a hieroglyph, an emoji, a private one.
    [Theory]
    [InlineData("\U00013000", true)]
    [InlineData("\U0001F600", true)]
    [InlineData("\U000F0000", false)]
    public void Claim_is_read_by_code_points(string claim, bool matches) => Assert.Equal(matches, TextPattern.Claim.Matches(claim));
}
