using System.Text.RegularExpressions;

namespace CognitoIdentity.Testing;

/// <summary>What the API reference says about one value: its JSON type and its limits.</summary>
internal abstract record Shape;

internal sealed record FlagShape : Shape;

internal sealed record NumberShape(long Min, long Max) : Shape;

/// <summary>Text with limits; lengths count UTF-16 units, as the service (Java) does. A secret is never repeated in a message.</summary>
internal sealed record TextShape(int Min, int Max, string? Pattern = null, string[]? Values = null, bool Secret = false) : Shape
{
    // The reference's patterns are for the whole text, so they are anchored here and shown without anchors in messages.
    private readonly Regex? _regex = Pattern is null ? null : new Regex($@"\A(?:{Ascii(Pattern)})\z", RegexOptions.CultureInvariant);

    /// <summary>The texts of all constraints, in the order in which the service names them.</summary>
    public IEnumerable<string> Constraints => Check(null).Select(check => check.Constraint);

    /// <summary>The texts of the constraints that the value breaks.</summary>
    public IEnumerable<string> Broken(string value) => Check(value).Where(check => !check.Met).Select(check => check.Constraint);

    // In Java, which the service is written in, these classes are ASCII alone. So is \w by default; but whether the service asks for the
    // letters of other scripts is not documented, and they are let through.
    private static string Ascii(string pattern) => pattern
        .Replace(@"\d", "[0-9]", StringComparison.Ordinal)
        .Replace(@"\s", @" \t\n\v\f\r", StringComparison.Ordinal)
        .Replace(@"[\S]", @"[^ \t\n\v\f\r]", StringComparison.Ordinal);

    private IEnumerable<(string Constraint, bool Met)> Check(string? value)
    {
        if (Max < int.MaxValue)
        {
            yield return ($"Member must have length less than or equal to {Max}", value?.Length <= Max);
        }

        if (Min > 0)
        {
            yield return ($"Member must have length greater than or equal to {Min}", value?.Length >= Min);
        }

        if (_regex is not null)
        {
            yield return ($"Member must satisfy regular expression pattern: {Pattern}", value is not null && _regex.IsMatch(value));
        }

        if (Values is not null)
        {
            yield return ($"Member must satisfy enum value set: [{string.Join(", ", Values)}]", Values.Contains(value));
        }
    }
}

internal sealed record ListShape(Shape Item, int MinItems = 0, int MaxItems = int.MaxValue) : Shape;

/// <summary>A map from text; <paramref name="Secret"/> values are never repeated in a message.</summary>
internal sealed record MapShape(TextShape Key, Shape Value, int MaxItems = int.MaxValue, bool Secret = false) : Shape;

internal sealed record ObjectShape(params Member[] Members) : Shape;

/// <summary>A member of a request or of a structure inside one, by its name on the wire.</summary>
internal sealed record Member(string Name, Shape Shape, bool Required = false);
