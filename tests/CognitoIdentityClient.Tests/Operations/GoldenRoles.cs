namespace CognitoIdentity.Tests.Operations;

/// <summary>The roles that the golden files of SetIdentityPoolRoles and GetIdentityPoolRoles have.</summary>
internal static class GoldenRoles
{
    public const string UserPoolClient = Example.UserPool + ":" + Example.ClientId;

    public static IReadOnlyList<MappingRule> Rules { get; } =
    [
        new() { Claim = "isAdmin", MatchType = MappingRuleMatchType.Equal, RoleARN = Example.AdminRole, Value = "true" },
        new() { Claim = "department", MatchType = MappingRuleMatchType.StartsWith, RoleARN = Example.AuthenticatedRole, Value = "eng" },
    ];

    public static RoleMapping ByToken { get; } = new()
    {
        AmbiguousRoleResolution = AmbiguousRoleResolutionType.AuthenticatedRole,
        Type = RoleMappingType.Token,
    };

    public static IReadOnlyDictionary<RoleType, string> Defaults { get; } = new Dictionary<RoleType, string>
    {
        [RoleType.Authenticated] = Example.AuthenticatedRole,
        [RoleType.Unauthenticated] = Example.UnauthenticatedRole,
    };
}
