namespace CognitoIdentity.Testing.Tests.Contract;

/// <summary>Calls after which every member of every response has been there once.</summary>
internal static class EveryMember
{
    private const string Account = "123456789012";
    private const string Developer = "login.example";
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123";
    private const string Role = $"arn:aws:iam::{Account}:role/";

    /// <summary>The user of the developer provider that another one is merged into.</summary>
    public const string User = "ann";

    public static async Task AskForAsync(ICognitoIdentityClient client)
    {
        var pool = await client.CreateIdentityPoolAsync(new()
        {
            IdentityPoolName = "pool",
            AllowUnauthenticatedIdentities = true,
            AllowClassicFlow = true,
            DeveloperProviderName = Developer,
            CognitoIdentityProviders = [new() { ClientId = "client", ProviderName = UserPool, ServerSideTokenCheck = false }],
            OpenIdConnectProviderARNs = [$"arn:aws:iam::{Account}:oidc-provider/login.example.com"],
            SamlProviderARNs = [$"arn:aws:iam::{Account}:saml-provider/saml"],
            SupportedLoginProviders = new Dictionary<string, string> { ["www.amazon.com"] = "amazon-app" },
            IdentityPoolTags = new Dictionary<string, string> { ["team"] = "web" },
        });
        var id = pool.IdentityPoolId;
        await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "other", AllowUnauthenticatedIdentities = true });
        await client.ListIdentityPoolsAsync(new() { MaxResults = 1 });
        await client.DescribeIdentityPoolAsync(new() { IdentityPoolId = id });
        await client.ModifyIdentityPoolAsync(id, current => current with { IdentityPoolName = "renamed" });

        // Before the role mappings, with which the basic (classic) flow is not supported.
        var guest = await client.GetIdAsync(new() { IdentityPoolId = id });
        await client.GetOpenIdTokenAsync(new() { IdentityId = guest.IdentityId });

        await client.SetIdentityPoolRolesAsync(new()
        {
            IdentityPoolId = id,
            Roles =
                new Dictionary<RoleType, string> { [RoleType.Authenticated] = Role + "user", [RoleType.Unauthenticated] = Role + "guest" },
            RoleMappings = new Dictionary<string, RoleMapping>
            {
                [UserPool + ":client"] = new()
                {
                    Type = RoleMappingType.Rules,
                    AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny,
                    RulesConfiguration = new()
                    {
                        Rules = [new() { Claim = "sub", MatchType = MappingRuleMatchType.Equal, Value = "1", RoleARN = Role + "admin" }],
                    },
                },
            },
        });
        await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = id });
        await client.GetCredentialsForIdentityAsync(new() { IdentityId = guest.IdentityId });
        await client.SetPrincipalTagAttributeMapAsync(new()
        {
            IdentityPoolId = id,
            IdentityProviderName = UserPool,
            PrincipalTags = new Dictionary<string, string> { ["user"] = "sub" },
            UseDefaults = false,
        });
        await client.GetPrincipalTagAttributeMapAsync(new() { IdentityPoolId = id, IdentityProviderName = UserPool });

        var arn = $"arn:aws:cognito-identity:us-east-1:{Account}:identitypool/{id}";
        await client.TagResourceAsync(new() { ResourceArn = arn, Tags = new Dictionary<string, string> { ["stage"] = "test" } });
        await client.ListTagsForResourceAsync(new() { ResourceArn = arn });
        await client.UntagResourceAsync(new() { ResourceArn = arn, TagKeys = ["stage"] });

        var ann = await SignInAsync(client, id, User);
        await client.LookupDeveloperIdentityAsync(new() { IdentityPoolId = id, DeveloperUserIdentifier = User });
        await client.DescribeIdentityAsync(new() { IdentityId = ann });
        await SignInAsync(client, id, "bob");
        var merged = await client.MergeDeveloperIdentitiesAsync(new()
        {
            IdentityPoolId = id,
            DeveloperProviderName = Developer,
            SourceUserIdentifier = "bob",
            DestinationUserIdentifier = User,
        });
        await client.LookupDeveloperIdentityAsync(new() { IdentityPoolId = id, IdentityId = merged.IdentityId, MaxResults = 1 });
        await client.ListIdentitiesAsync(new() { IdentityPoolId = id, MaxResults = 1 });
        await client.ListIdentitiesAsync(new() { IdentityPoolId = id, MaxResults = 60 });

        // An identity of no pool of the account is not deleted, and the response says why.
        await client.DeleteIdentitiesAsync(new() { IdentityIdsToDelete = ["us-east-1:00000000-0000-0000-0000-000000000000"] });
    }

    private static async Task<string> SignInAsync(ICognitoIdentityClient client, string poolId, string user)
    {
        var response = await client.GetOpenIdTokenForDeveloperIdentityAsync(new()
        {
            IdentityPoolId = poolId,
            Logins = new Dictionary<string, string> { [Developer] = user },
        });
        return response.IdentityId!;
    }
}
