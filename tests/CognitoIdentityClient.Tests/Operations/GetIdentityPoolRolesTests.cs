namespace CognitoIdentity.Tests.Operations;

public sealed class GetIdentityPoolRolesTests()
    : OutputOperationTests<GetIdentityPoolRolesRequest, GetIdentityPoolRolesResponse>(
        (client, request) => client.GetIdentityPoolRolesAsync(request))
{
    protected override GetIdentityPoolRolesRequest Request => new() { IdentityPoolId = Example.PoolId };

    protected override void AssertResponse(GetIdentityPoolRolesResponse response)
    {
        Assert.Equal(Example.PoolId, response.IdentityPoolId);
        Assert.Equal(GoldenRoles.Defaults, response.Roles);
        Assert.Equal(2, response.RoleMappings.Count);
        Assert.Equal(GoldenRoles.ByToken, response.RoleMappings["accounts.google.com"]);

        var byRules = response.RoleMappings[GoldenRoles.UserPoolClient];
        Assert.Equal(RoleMappingType.Rules, byRules.Type);
        Assert.Equal(AmbiguousRoleResolutionType.Deny, byRules.AmbiguousRoleResolution);
        Assert.Equal(GoldenRoles.Rules, byRules.RulesConfiguration?.Rules);
    }
}
