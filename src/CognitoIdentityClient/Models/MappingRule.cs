namespace CognitoIdentity;

/// <summary>
/// A rule that gives a role to users whose login token has a claim with a given value. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MappingRule.html">API reference</see>.
/// </summary>
public sealed record MappingRule : IValidatable
{
    /// <summary>The name of the claim that the token must have, such as <c>isAdmin</c>: 1–64 characters.</summary>
    public required string Claim { get; init; }

    /// <summary>How the claim is compared with <see cref="Value"/>.</summary>
    public required MappingRuleMatchType MatchType { get; init; }

    /// <summary>The role that a match gives: an ARN of 20–2,048 characters.</summary>
    public required string RoleARN { get; init; }

    /// <summary>The text that the claim is compared with, such as <c>paid</c>: 1–128 characters.</summary>
    public required string Value { get; init; }

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(Claim, Constraints.Claim);
        checker.Required(MatchType, Constraints.MatchType);
        checker.Required(RoleARN, Constraints.Arn);
        checker.Required(Value, Constraints.ClaimValue);
    }
}
