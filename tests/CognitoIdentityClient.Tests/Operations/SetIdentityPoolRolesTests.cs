namespace CognitoIdentity.Tests.Operations;

public sealed class SetIdentityPoolRolesTests()
    : VoidOperationTests<SetIdentityPoolRolesRequest, SetIdentityPoolRolesResponse>(
        (client, request) => client.SetIdentityPoolRolesAsync(request))
{
    protected override SetIdentityPoolRolesRequest Request => new()
    {
        IdentityPoolId = Example.PoolId,
        RoleMappings = new Dictionary<string, RoleMapping>
        {
            [GoldenRoles.UserPoolClient] = new()
            {
                AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny,
                RulesConfiguration = new() { Rules = GoldenRoles.Rules },
                Type = RoleMappingType.Rules,
            },
            ["accounts.google.com"] = GoldenRoles.ByToken,
        },
        Roles = GoldenRoles.Defaults,
    };

    [Fact]
    public Task Request_with_required_members_alone_leaves_out_the_others() => AssertSendsAsync(
        new()
        {
            IdentityPoolId = Example.PoolId,
            Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = Example.AuthenticatedRole },
        },
        $$"""{ "IdentityPoolId": "{{Example.PoolId}}", "Roles": { "authenticated": "{{Example.AuthenticatedRole}}" } }""");
}
