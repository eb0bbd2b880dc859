namespace CognitoIdentity;

/// <summary>
/// A mistake in a request. It names the member, and the length of an invalid text rather than the text, which may be a secret. Only ids of
/// pools and identities are shown.
/// </summary>
public sealed record RequestViolation
{
    /// <summary>
    /// Gets the path of the member, such as <c>RoleMappings["accounts.google.com"].RulesConfiguration.Rules[3].Claim</c>.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Gets the violated constraint, such as <c>required</c>, <c>1 to 55 characters</c> or <c>pattern \d+</c>.</summary>
    public required string Constraint { get; init; }

    /// <summary>Gets the mistake as a sentence, with the path, the actual length or number, and the limit.</summary>
    public required string Message { get; init; }
}
