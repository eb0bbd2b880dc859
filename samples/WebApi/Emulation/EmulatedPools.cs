using CognitoIdentity;
using CognitoIdentity.Testing;

namespace WebApi.Emulation;

/// <summary>The identity pools of the shop, as they would be set up at AWS.</summary>
internal static class EmulatedPools
{
    /// <summary>Guests and signed-in users get a role each, and administrators another one.</summary>
    public static IdentityPoolSeed Customers(string id, string provider) => new()
    {
        Id = id,
        Name = "Customers",
        OpenIdConnectProviderArns = [$"arn:aws:iam::123456789012:oidc-provider/{provider}"],
        UnauthenticatedRoleArn = "arn:aws:iam::123456789012:role/shop-guest",
        AuthenticatedRoleArn = "arn:aws:iam::123456789012:role/shop-customer",
        RoleMappings = Map(provider, "admin", "arn:aws:iam::123456789012:role/shop-admin", AmbiguousRoleResolutionType.AuthenticatedRole),
    };

    /// <summary>Another account in another region, where only partners get a role.</summary>
    public static IdentityPoolSeed Partners(string id, string provider) => new()
    {
        Id = id,
        Name = "Partners",
        AccountId = "210987654321",
        AllowUnauthenticatedIdentities = false,
        OpenIdConnectProviderArns = [$"arn:aws:iam::210987654321:oidc-provider/{provider}"],
        UnauthenticatedRoleArn = null,
        AuthenticatedRoleArn = "arn:aws:iam::210987654321:role/partner",
        RoleMappings = Map(provider, "partner", "arn:aws:iam::210987654321:role/partner", AmbiguousRoleResolutionType.Deny),
    };

    private static Dictionary<string, RoleMapping> Map(
        string provider,
        string role,
        string arn,
        AmbiguousRoleResolutionType otherwise) => new()
        {
            [provider] = new()
            {
                Type = RoleMappingType.Rules,
                AmbiguousRoleResolution = otherwise,
                RulesConfiguration = new()
                {
                    Rules = [new() { Claim = "role", MatchType = MappingRuleMatchType.Equal, Value = role, RoleARN = arn }],
                },
            },
        };
}
