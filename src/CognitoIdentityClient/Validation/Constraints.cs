namespace CognitoIdentity;

/// <summary>
/// The constraints on members of requests, from the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_Operations.html">API reference</see>. Where the live
/// service's model is looser, its limit is used: 400 rules instead of 25, keys of Roles of any text, 65,535 characters of a page's token.
/// </summary>
internal static class Constraints
{
    private const int MaxProviders = 10;

    public static TextConstraint Id { get; } = new(1, 55, TextPattern.Id);

    public static TextConstraint AccountId { get; } = new(1, 15, TextPattern.AccountId);

    public static TextConstraint PoolName { get; } = new(1, 128, TextPattern.PoolName);

    public static TextConstraint DeveloperProviderName { get; } = new(1, 128, TextPattern.DeveloperProviderName);

    public static TextConstraint DeveloperUserIdentifier { get; } = new(1, 1024);

    public static TextConstraint ProviderName { get; } = new(1, 128);

    public static TextConstraint Arn { get; } = new(20, 2048);

    public static TextConstraint PageToken { get; } = new(1, 65_535, TextPattern.PageToken);

    public static NumberConstraint PageSize { get; } = new(1, 60);

    public static NumberConstraint TokenDuration { get; } = new(1, 86_400);

    public static ListConstraint<string> Ids { get; } = new(Id, 1, 60);

    public static ListConstraint<string> Arns { get; } = new(Arn);

    public static ListConstraint<string> ProviderNames { get; } = new(ProviderName);

    public static LoginsConstraint Logins { get; } = new(ProviderName, new TextConstraint(1, 50_000), MaxProviders);

    public static MapConstraint<string, string> LoginProviders { get; } =
        new(ProviderName, new TextConstraint(1, 128, TextPattern.LoginProviderId), MaxProviders);

    public static TextConstraint TagKey { get; } = new(1, 128);

    public static ListConstraint<string> TagKeys { get; } = new(TagKey);

    public static MapConstraint<string, string> Tags { get; } = new(TagKey, new TextConstraint(0, 256));

    public static MapConstraint<string, string> PrincipalTags { get; } = new(TagKey, new TextConstraint(1, 256), 50);

    public static TextConstraint ClientId { get; } = new(1, 128, TextPattern.ClientId);

    public static TextConstraint UserPoolName { get; } = new(1, 128, TextPattern.UserPoolName);

    public static ListConstraint<CognitoIdentityProvider> UserPools { get; } = new(new ObjectConstraint<CognitoIdentityProvider>());

    public static MapConstraint<RoleType, string> Roles { get; } = new(new TextConstraint(1, 128), Arn, 2);

    public static MapConstraint<string, RoleMapping> RoleMappings { get; } =
        new(ProviderName, new ObjectConstraint<RoleMapping>(), MaxProviders);

    public static OpenEnumConstraint<RoleMappingType> RoleMappingType { get; } = new();

    public static OpenEnumConstraint<AmbiguousRoleResolutionType> AmbiguousRoleResolution { get; } = new();

    public static ObjectConstraint<RulesConfigurationType> RulesConfiguration { get; } = new();

    public static ListConstraint<MappingRule> Rules { get; } = new(new ObjectConstraint<MappingRule>(), 1, 400);

    public static TextConstraint Claim { get; } = new(1, 64, TextPattern.Claim);

    public static OpenEnumConstraint<MappingRuleMatchType> MatchType { get; } = new();

    public static TextConstraint ClaimValue { get; } = new(1, 128);
}
