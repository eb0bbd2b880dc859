using System.Text;

namespace CognitoIdentity;

/// <summary>The steps by which GetCredentialsForIdentity chooses the user's role.</summary>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Using role-based access
/// control</see>.
/// </remarks>
public sealed record RoleChoice
{
    /// <summary>Gets the ARN of the chosen role, or null where none is chosen.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Gets one sentence that says why this role, or no role, is chosen.</summary>
    public required string Explanation { get; init; }

    /// <summary>Gets the key of the role mapping that decides, or null where the pool's default role does.</summary>
    public string? MappingKey { get; init; }

    /// <summary>Gets the type of the role mapping that decides, or null where the pool's default role does.</summary>
    public RoleMappingType? MappingType { get; init; }

    /// <summary>
    /// Gets whether the role mapping leaves the choice open: no rule matches, or the token has several roles and prefers none.
    /// </summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Gets the resolution that the mapping sets for the ambiguous case, or null where no mapping decides.</summary>
    public AmbiguousRoleResolutionType? AmbiguousRoleResolution { get; init; }

    /// <summary>Gets the rules of the mapping in order, each with its result. Empty for other mappings.</summary>
    public IReadOnlyList<RuleEvaluation> Rules { get; init; } = [];

    /// <summary>Gets the roles in the token's claim <c>cognito:roles</c>, for a mapping of type Token or with CustomRoleArn.</summary>
    public IReadOnlyList<string> TokenRoles { get; init; } = [];

    /// <summary>Gets the token's claim <c>cognito:preferred_role</c>, for a mapping of type Token; null if it has none.</summary>
    public string? PreferredRole { get; init; }

    // A record prints only the names of the types of its collections.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(RoleArn), RoleArn)
            .Member(nameof(Explanation), Explanation)
            .Member(nameof(MappingKey), MappingKey)
            .Member(nameof(MappingType), MappingType)
            .Member(nameof(IsAmbiguous), IsAmbiguous)
            .Member(nameof(AmbiguousRoleResolution), AmbiguousRoleResolution)
            .Member(nameof(Rules), Rules)
            .Member(nameof(TokenRoles), TokenRoles)
            .Member(nameof(PreferredRole), PreferredRole);
        return true;
    }
}

/// <summary>A rule of a role mapping, compared with the user's token.</summary>
public sealed record RuleEvaluation
{
    /// <summary>Gets the position of the rule in its mapping, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Gets the rule.</summary>
    public required MappingRule Rule { get; init; }

    /// <summary>
    /// Gets whether the rule matches. Null where an earlier rule matched, so that this one is not reached, or where the token cannot be
    /// read.
    /// </summary>
    public bool? IsMatch { get; init; }

    /// <summary>Gets the value of the claim that was compared, cut at 120 characters, or null where the token lacks the claim.</summary>
    public string? ClaimValue { get; init; }

    /// <summary>Gets one sentence that says how the comparison ended.</summary>
    public required string Explanation { get; init; }
}
