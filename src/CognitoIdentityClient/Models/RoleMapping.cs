using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// The way in which the role of an identity provider's users is chosen. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_RoleMapping.html">API reference</see>.
/// </summary>
public sealed record RoleMapping : IValidatable
{
    /// <summary>Creates a role mapping; <see cref="Type"/> must be set in the object initializer.</summary>
    public RoleMapping()
    {
    }

    /// <summary>Creates a role mapping from JSON, in which the service may leave out any member: a missing type is empty.</summary>
    /// <param name="type">The type.</param>
    /// <param name="ambiguousRoleResolution">The action taken when the role is not decided.</param>
    /// <param name="rulesConfiguration">The rules.</param>
    [JsonConstructor]
    [SetsRequiredMembers]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RoleMapping(
        RoleMappingType type = default,
        AmbiguousRoleResolutionType? ambiguousRoleResolution = null,
        RulesConfigurationType? rulesConfiguration = null) =>
        (Type, AmbiguousRoleResolution, RulesConfiguration) = (type, ambiguousRoleResolution, rulesConfiguration);

    /// <summary>Gets the source of the role: the claims of the token, or rules.</summary>
    public required RoleMappingType Type { get; init; }

    /// <summary>
    /// Gets the action taken when the role is not decided: no rule matches, or the token has several <c>cognito:roles</c> and no
    /// <c>cognito:preferred_role</c>. The service requires it for both types.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AmbiguousRoleResolutionType? AmbiguousRoleResolution { get; init; }

    /// <summary>Gets the rules. The service requires them for type <see cref="RoleMappingType.Rules"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
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
