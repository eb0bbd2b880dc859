namespace CognitoIdentity.Testing;

/// <summary>
/// Every member of every request with its constraints, from the API reference
/// (https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_Operations.html). Where the live service model is
/// looser, its limit is used: tokens for paging up to 65,535 characters, 400 rules, keys of Roles of any text.
/// </summary>
internal static class RequestContract
{
    /// <summary>The name of an identity pool.</summary>
    public static readonly TextShape PoolName = new(1, 128, TextPattern.PoolName);

    /// <summary>The name of a developer provider.</summary>
    public static readonly TextShape DeveloperProvider = new(1, 128, TextPattern.DeveloperProvider);

    private static readonly TextShape Id = new(1, 55, TextPattern.Id);
    private static readonly TextShape DeveloperUser = new(1, 1024);
    private static readonly TextShape Provider = new(1, 128);
    private static readonly TextShape Arn = new(20, 2048);
    private static readonly TextShape PageToken = new(1, 65_535, TextPattern.PageToken);
    private static readonly TextShape TagKey = new(1, 128);
    private static readonly TextShape PrincipalTagText = new(1, 256);
    private static readonly FlagShape Flag = new();
    private static readonly NumberShape PageSize = new(1, 60);
    private static readonly MapShape Tags = new(TagKey, new TextShape(0, 256));
    private static readonly MapShape PrincipalTags = new(TagKey, PrincipalTagText, 50);
    private static readonly MapShape Logins = new(Provider, new TextShape(1, 50_000), 10, Secret: true);

    private static readonly ObjectShape CognitoProvider = new(
        new("ClientId", new TextShape(1, 128, TextPattern.UserPoolClient)),
        new("ProviderName", new TextShape(1, 128, TextPattern.UserPool)),
        new("ServerSideTokenCheck", Flag));

    private static readonly ObjectShape MappingRule = new(
        new("Claim", new TextShape(1, 64, TextPattern.Claim), true),
        new("MatchType", new TextShape(0, int.MaxValue, Values: PoolMappingRule.MatchTypes), true),
        new("RoleARN", Arn, true),
        new("Value", new TextShape(1, 128), true));

    private static readonly ObjectShape RoleMapping = new(
        new("AmbiguousRoleResolution", new TextShape(0, int.MaxValue, Values: PoolRoleMapping.Resolutions)),
        new("RulesConfiguration", new ObjectShape(new Member("Rules", new ListShape(MappingRule, 1, 400), true))),
        new("Type", new TextShape(0, int.MaxValue, Values: PoolRoleMapping.Types), true));

    private static readonly Member PoolId = new("IdentityPoolId", Id, true);
    private static readonly Member IdentityId = new("IdentityId", Id, true);
    private static readonly Member ResourceArn = new("ResourceArn", Arn, true);
    private static readonly Member NextToken = new("NextToken", PageToken);

    private static readonly Member[] PoolSettings =
    [
        new("AllowClassicFlow", Flag),
        new("AllowUnauthenticatedIdentities", Flag, true),
        new("CognitoIdentityProviders", new ListShape(CognitoProvider)),
        new("DeveloperProviderName", DeveloperProvider),
        new("IdentityPoolName", PoolName, true),
        new("IdentityPoolTags", Tags),
        new("OpenIdConnectProviderARNs", new ListShape(Arn)),
        new("SamlProviderARNs", new ListShape(Arn)),
        new("SupportedLoginProviders", new MapShape(Provider, new TextShape(1, 128, TextPattern.Application), 10)),
    ];

    /// <summary>The request of each operation, by the operation's name.</summary>
    public static IReadOnlyDictionary<string, ObjectShape> Requests { get; } = new Dictionary<string, ObjectShape>(StringComparer.Ordinal)
    {
        ["CreateIdentityPool"] = new(PoolSettings),
        ["DeleteIdentities"] = new(new Member("IdentityIdsToDelete", new ListShape(Id, 1, 60), true)),
        ["DeleteIdentityPool"] = new(PoolId),
        ["DescribeIdentity"] = new(IdentityId),
        ["DescribeIdentityPool"] = new(PoolId),
        ["GetCredentialsForIdentity"] = new(new("CustomRoleArn", Arn), IdentityId, new("Logins", Logins)),
        ["GetId"] = new(new("AccountId", new TextShape(1, 15, TextPattern.AccountId)), PoolId, new("Logins", Logins)),
        ["GetIdentityPoolRoles"] = new(PoolId),
        ["GetOpenIdToken"] = new(IdentityId, new("Logins", Logins)),
        ["GetOpenIdTokenForDeveloperIdentity"] = new(
            new("IdentityId", Id),
            PoolId,
            new("Logins", Logins, true),
            new("PrincipalTags", PrincipalTags),
            new("TokenDuration", new NumberShape(1, 86_400))),
        ["GetPrincipalTagAttributeMap"] = new(PoolId, new("IdentityProviderName", Provider, true)),
        ["ListIdentities"] = new(new("HideDisabled", Flag), PoolId, new("MaxResults", PageSize, true), NextToken),
        ["ListIdentityPools"] = new(new("MaxResults", PageSize, true), NextToken),
        ["ListTagsForResource"] = new(ResourceArn),
        ["LookupDeveloperIdentity"] = new(
            new("DeveloperUserIdentifier", DeveloperUser), new("IdentityId", Id), PoolId, new("MaxResults", PageSize), NextToken),
        ["MergeDeveloperIdentities"] = new(
            new("DestinationUserIdentifier", DeveloperUser, true),
            new("DeveloperProviderName", DeveloperProvider, true),
            PoolId,
            new("SourceUserIdentifier", DeveloperUser, true)),
        ["SetIdentityPoolRoles"] = new(
            PoolId,
            new("RoleMappings", new MapShape(Provider, RoleMapping, 10)),
            new("Roles", new MapShape(new TextShape(1, 128), Arn, 2), true)),
        ["SetPrincipalTagAttributeMap"] = new(
            PoolId, new("IdentityProviderName", Provider, true), new("PrincipalTags", PrincipalTags), new("UseDefaults", Flag)),
        ["TagResource"] = new(ResourceArn, new("Tags", Tags, true)),
        ["UnlinkDeveloperIdentity"] = new(
            new("DeveloperProviderName", DeveloperProvider, true),
            new("DeveloperUserIdentifier", DeveloperUser, true),
            IdentityId,
            PoolId),
        ["UnlinkIdentity"] = new(
            IdentityId, new("Logins", Logins, true), new("LoginsToRemove", new ListShape(Provider), true)),
        ["UntagResource"] = new(ResourceArn, new("TagKeys", new ListShape(TagKey), true)),
        ["UpdateIdentityPool"] = new([PoolId, .. PoolSettings]),
    };
}
