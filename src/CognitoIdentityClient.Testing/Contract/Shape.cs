namespace CognitoIdentity.Testing;

/// <summary>The shape of one value in the API reference: its JSON type and its limits.</summary>
internal abstract record Shape;

internal sealed record FlagShape : Shape;

internal sealed record NumberShape(long Min, long Max) : Shape;

/// <summary>Text with limits; lengths count UTF-16 units, as the service (Java) does. A secret is never repeated in a message.</summary>
internal sealed record TextShape(int Min, int Max, TextPattern? Pattern = null, string[]? Values = null, bool Secret = false) : Shape
{
    private readonly TextConstraint[] _constraints = [.. Create(Min, Max, Pattern, Values)];

    /// <summary>The texts of all constraints, in the order in which the service names them.</summary>
    public IEnumerable<string> Constraints => _constraints.Select(constraint => constraint.Text);

    /// <summary>Returns whether the value meets all constraints.</summary>
    public bool Allows(string value)
    {
        foreach (var constraint in _constraints)
        {
            if (!constraint.IsMet(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns the texts of the constraints that the value breaks.</summary>
    public IEnumerable<string> Broken(string value) =>
        _constraints.Where(constraint => !constraint.IsMet(value)).Select(constraint => constraint.Text);

    private static IEnumerable<TextConstraint> Create(int min, int max, TextPattern? pattern, string[]? values)
    {
        if (max < int.MaxValue)
        {
            yield return new($"Member must have length less than or equal to {max}", value => value.Length <= max);
        }

        if (min > 0)
        {
            yield return new($"Member must have length greater than or equal to {min}", value => value.Length >= min);
        }

        if (pattern is not null)
        {
            yield return new($"Member must satisfy regular expression pattern: {pattern.Text}", pattern.IsMatch);
        }

        if (values is not null)
        {
            yield return new($"Member must satisfy enum value set: [{string.Join(", ", values)}]", values.Contains);
        }
    }

    private sealed record TextConstraint(string Text, Func<string, bool> IsMet);
}

internal sealed record ListShape(Shape Item, int MinItems = 0, int MaxItems = int.MaxValue) : Shape;

/// <summary>A map from text; <paramref name="Secret"/> values are never repeated in a message.</summary>
internal sealed record MapShape(TextShape Key, Shape Value, int MaxItems = int.MaxValue, bool Secret = false) : Shape;

internal sealed record ObjectShape(params Member[] Members) : Shape;

/// <summary>A member of a request or of a structure inside one, by its name on the wire.</summary>
internal sealed record Member(string Name, Shape Shape, bool Required = false)
{
    /// <summary>The name as the service's messages have it.</summary>
    public string ShownName { get; } = char.ToLowerInvariant(Name[0]) + Name[1..];
}
