namespace CognitoIdentity;

/// <summary>One mistake in a request. It names the place and the length of what is wrong, never the value: a value may be a secret.</summary>
public sealed record RequestViolation
{
    /// <summary>Where it is, as in <c>RoleMappings["accounts.google.com"].RulesConfiguration.Rules[3].Claim</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What the service asks for, as in <c>required</c>, <c>1 to 55 characters</c> or <c>pattern \d+</c>.</summary>
    public required string Constraint { get; init; }

    /// <summary>The mistake as a sentence, with the path, the length or number found, and what is allowed.</summary>
    public required string Message { get; init; }
}
