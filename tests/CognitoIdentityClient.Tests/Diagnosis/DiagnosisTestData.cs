using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>A pool with a user pool and Google, its roles, and a token of the user pool.</summary>
internal static class DiagnosisTestData
{
    public const string PoolId = "us-east-1:11111111-2222-3333-4444-555555555555";
    public const string UserRole = "arn:aws:iam::123456789012:role/User";
    public const string GuestRole = "arn:aws:iam::123456789012:role/Guest";
    public const string AdminRole = "arn:aws:iam::123456789012:role/Admin";

    public static IdentityPool Pool { get; } = new()
    {
        IdentityPoolId = PoolId,
        IdentityPoolName = "Pool",
        AllowUnauthenticatedIdentities = false,
        AllowClassicFlow = false,
        CognitoIdentityProviders = [new() { ProviderName = Example.UserPool, ClientId = Example.ClientId }],
        SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = "google-app" },
    };

    public static GetIdentityPoolRolesResponse Roles { get; } = new()
    {
        IdentityPoolId = PoolId,
        Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = UserRole },
    };

    public static SignInDiagnosisOptions Options { get; } = new() { IdentityPool = Pool, Roles = Roles, TimeProvider = TestToken.Clock };

    public static GetIdentityPoolRolesResponse WithRules(AmbiguousRoleResolutionType resolution, params MappingRule[] rules) => Roles with
    {
        RoleMappings = new Dictionary<string, RoleMapping>
        {
            [$"{Example.UserPool}:{Example.ClientId}"] = new()
            {
                Type = RoleMappingType.Rules,
                AmbiguousRoleResolution = resolution,
                RulesConfiguration = new() { Rules = rules },
            },
        },
    };

    public static MappingRule Rule(string claim, MappingRuleMatchType type, string value, string role = AdminRole) =>
        new() { Claim = claim, MatchType = type, Value = value, RoleARN = role };

    public static Dictionary<string, string> Login(string moreClaims = "", string? key = null) => new()
    {
        [key ?? Example.UserPool] = Jwt.Unsigned(
            $$"""{"iss":"https://{{Example.UserPool}}","aud":"{{Example.ClientId}}","token_use":"id","sub":"user-1","""
            + $$""" "exp":{{TestToken.Now.AddHours(1).ToUnixTimeSeconds()}}{{moreClaims}}}"""),
    };
}
