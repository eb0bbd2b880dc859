namespace CognitoIdentity;

/// <summary>
/// The constraints on members of requests, from the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_Operations.html">API reference</see>. Where the live
/// service's model allows more, its limit applies: 400 rules instead of 25, any text as a key of Roles, 65,535 characters in a page's
/// token.
/// </summary>
/// <remarks>Each is created on first use: creating all at once would add a tenth to the time of a process's first call.</remarks>
internal static class Constraints
{
    private const int MaxProviders = 10;

    public static IdConstraint Id => field ??= new(1, 55);

    public static TextConstraint AccountId => field ??= new(1, 15, TextPattern.AccountId);

    public static TextConstraint PoolName => field ??= new(1, 128, TextPattern.PoolName);

    public static TextConstraint DeveloperProviderName => field ??= new(1, 128, TextPattern.DeveloperProviderName);

    public static TextConstraint DeveloperUserIdentifier => field ??= new(1, 1024);

    public static TextConstraint ProviderName => field ??= new(1, 128);

    public static TextConstraint Arn => field ??= new(20, 2048);

    public static TextConstraint PageToken => field ??= new(1, 65_535, TextPattern.PageToken);

    public static NumberConstraint PageSize => field ??= new(1, 60);

    public static NumberConstraint TokenDuration => field ??= new(1, 86_400);

    public static ListConstraint<string> Ids => field ??= new(Id, 1, 60);

    public static ListConstraint<string> Arns => field ??= new(Arn);

    public static ListConstraint<string> ProviderNames => field ??= new(ProviderName);

    public static LoginsConstraint Logins => field ??= new(ProviderName, new TextConstraint(1, 50_000), MaxProviders);

    public static MapConstraint<string, string> LoginProviders => field ??=
        new(ProviderName, new TextConstraint(1, 128, TextPattern.LoginProviderId), MaxProviders);

    private static TextConstraint TagKey => field ??= new(1, 128);

    public static ListConstraint<string> TagKeys => field ??= new(TagKey);

    public static MapConstraint<string, string> Tags => field ??= new(TagKey, new TextConstraint(0, 256));

    public static MapConstraint<string, string> PrincipalTags => field ??= new(TagKey, new TextConstraint(1, 256), 50);

    public static TextConstraint ClientId => field ??= new(1, 128, TextPattern.ClientId);

    public static TextConstraint UserPoolName => field ??= new(1, 128, TextPattern.UserPoolName);

    public static ListConstraint<CognitoIdentityProvider> UserPools => field ??= new(new ObjectConstraint<CognitoIdentityProvider>());

    public static MapConstraint<RoleType, string> Roles => field ??= new(new TextConstraint(1, 128), Arn, 2);

    public static MapConstraint<string, RoleMapping> RoleMappings => field ??=
        new(ProviderName, new ObjectConstraint<RoleMapping>(), MaxProviders);

    public static OpenEnumConstraint<RoleMappingType> RoleMappingType => field ??= new();

    public static OpenEnumConstraint<AmbiguousRoleResolutionType> AmbiguousRoleResolution => field ??= new();

    public static ObjectConstraint<RulesConfigurationType> RulesConfiguration => field ??= new();

    public static ListConstraint<MappingRule> Rules => field ??= new(new ObjectConstraint<MappingRule>(), 1, 400);

    public static TextConstraint Claim => field ??= new(1, 64, TextPattern.Claim);

    public static OpenEnumConstraint<MappingRuleMatchType> MatchType => field ??= new();

    public static TextConstraint ClaimValue => field ??= new(1, 128);
}
