using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// A rule that gives a role to users whose login token has a claim with a given value. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MappingRule.html">API reference</see>.
/// </summary>
public sealed record MappingRule : IValidatable
{
    // Null where JSON had none: the check before sending tells that from an empty text.
    private readonly string? _claim;
    private readonly string? _roleARN;
    private readonly string? _value;

    /// <summary>Creates a rule; every member must be set in the object initializer.</summary>
    public MappingRule()
    {
    }

    /// <summary>Creates a rule from JSON, in which the service may leave out any member: a missing text is empty.</summary>
    /// <param name="claim">The name of the claim.</param>
    /// <param name="matchType">The comparison.</param>
    /// <param name="roleARN">The ARN of the role.</param>
    /// <param name="value">The text that the claim is compared with.</param>
    [JsonConstructor]
    [SetsRequiredMembers]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public MappingRule(string? claim = null, MappingRuleMatchType matchType = default, string? roleARN = null, string? value = null) =>
        (Claim, MatchType, RoleARN, Value) = (claim!, matchType, roleARN!, value!);

    /// <summary>Gets the name of the claim that the token must have, such as <c>isAdmin</c>: 1–64 characters.</summary>
    public required string Claim { get => _claim ?? ""; init => _claim = value; }

    /// <summary>Gets the comparison of the claim with <see cref="Value"/>.</summary>
    public required MappingRuleMatchType MatchType { get; init; }

    /// <summary>Gets the role that a match gives: an ARN of 20–2,048 characters.</summary>
    public required string RoleARN { get => _roleARN ?? ""; init => _roleARN = value; }

    /// <summary>Gets the text that the claim is compared with, such as <c>paid</c>: 1–128 characters.</summary>
    public required string Value { get => _value ?? ""; init => _value = value; }

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(_claim, Constraints.Claim, nameof(Claim));
        checker.Required(MatchType, Constraints.MatchType);
        checker.Required(_roleARN, Constraints.Arn, nameof(RoleARN));
        checker.Required(_value, Constraints.ClaimValue, nameof(Value));
    }
}
