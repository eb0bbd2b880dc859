namespace CognitoIdentity;

/// <summary>
/// How the role of a provider's users is chosen. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RoleMapping.html">API reference</see>.
/// </summary>
public sealed record RoleMapping : IValidatable
{
    /// <summary>Whether the role comes from the token's claims or from rules.</summary>
    public required RoleMappingType Type { get; init; }

    /// <summary>
    /// What happens when the role is not decided: when no rule matches, or when the token has several <c>cognito:roles</c> and no
    /// <c>cognito:preferred_role</c>. Required by the service for both types.
    /// </summary>
    public AmbiguousRoleResolutionType? AmbiguousRoleResolution { get; init; }

    /// <summary>The rules. Required by the service for type <see cref="RoleMappingType.Rules"/>.</summary>
    public RulesConfigurationType? RulesConfiguration { get; init; }

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(Type, Constraints.RoleMappingType);
        checker.Optional(AmbiguousRoleResolution, Constraints.AmbiguousRoleResolution);
        checker.Optional(RulesConfiguration, Constraints.RulesConfiguration);
        if (AmbiguousRoleResolution is null && (Type == RoleMappingType.Token || Type == RoleMappingType.Rules))
        {
            checker.AddMissing(nameof(AmbiguousRoleResolution), $"for Type {Type}");
        }

        if (RulesConfiguration is null && Type == RoleMappingType.Rules)
        {
            checker.AddMissing(nameof(RulesConfiguration), $"for Type {Type}");
        }
    }
}
