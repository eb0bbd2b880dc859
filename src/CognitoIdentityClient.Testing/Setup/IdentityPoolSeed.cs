using System.Text;

namespace CognitoIdentity.Testing;

/// <summary>
/// A pool to put into an emulator at once, with ids of the test's choice. Its members mean the same as in
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html">CreateIdentityPool</see>, but
/// each has a default.
/// </summary>
public sealed record IdentityPoolSeed
{
    internal const string DefaultAuthenticatedRole = "arn:aws:iam::123456789012:role/authenticated";
    internal const string DefaultUnauthenticatedRole = "arn:aws:iam::123456789012:role/unauthenticated";

    /// <summary>
    /// Gets the id, <c>region:uuid</c> in lower case, of one of the emulator's regions. Default: a new one in its first region.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>Gets the twelve digits of the account that owns the pool. Default: <see cref="EmulatorOptions.AccountId"/>.</summary>
    public string? AccountId { get; init; }

    /// <summary>Gets the name, 1 to 128 characters. Default: <c>Seeded</c>.</summary>
    public string Name { get; init; } = "Seeded";

    /// <summary>Gets whether guests may get an identity. Default: true.</summary>
    public bool AllowUnauthenticatedIdentities { get; init; } = true;

    /// <summary>Gets whether the basic (classic) flow, GetOpenIdToken, works. Default: null, which allows it.</summary>
    public bool? AllowClassicFlow { get; init; }

    /// <summary>Gets the name of the developer provider. Default: none.</summary>
    public string? DeveloperProviderName { get; init; }

    /// <summary>Gets the application ids of social providers, by provider name such as <c>graph.facebook.com</c>. Default: none.</summary>
    public IReadOnlyDictionary<string, string> SupportedLoginProviders { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Gets the client id of a user pool's app by the name of the user pool, such as
    /// <c>cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789</c>. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string> UserPools { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Gets the app clients of user pools, in addition to <see cref="UserPools"/>: for several clients of one user pool. Default: none.
    /// </summary>
    public IReadOnlyList<CognitoIdentityProvider> CognitoIdentityProviders { get; init; } = [];

    /// <summary>Gets the ARNs of OpenID Connect providers. Default: none.</summary>
    public IReadOnlyList<string> OpenIdConnectProviderArns { get; init; } = [];

    /// <summary>Gets the ARNs of SAML providers. Default: none.</summary>
    public IReadOnlyList<string> SamlProviderArns { get; init; } = [];

    /// <summary>Gets the tags. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Gets the role of signed-in users. Default: the role <c>authenticated</c> of the pool's account, which is invented, so that
    /// GetCredentialsForIdentity works. Null sets no role.
    /// </summary>
    public string? AuthenticatedRoleArn { get; init; } = DefaultAuthenticatedRole;

    /// <summary>
    /// Gets the role of guests. Default: the role <c>unauthenticated</c> of the pool's account, which is invented, so that
    /// GetCredentialsForIdentity works. Null sets no role.
    /// </summary>
    public string? UnauthenticatedRoleArn { get; init; } = DefaultUnauthenticatedRole;

    /// <summary>Gets the role mappings, by provider name or <c>provider:client</c>. Default: none.</summary>
    public IReadOnlyDictionary<string, RoleMapping> RoleMappings { get; init; } =
        new Dictionary<string, RoleMapping>();

    /// <summary>Gets the principal tag maps: by provider name, the claims by the names of the tags. Default: none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> PrincipalTags { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Gets the identities in the pool. Default: none.</summary>
    public IReadOnlyList<IdentitySeed> Identities { get; init; } = [];

    // A record prints only the names of the types of its collections.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(Id), Id)
            .Member(nameof(AccountId), AccountId)
            .Member(nameof(Name), Name)
            .Member(nameof(AllowUnauthenticatedIdentities), AllowUnauthenticatedIdentities)
            .Member(nameof(AllowClassicFlow), AllowClassicFlow)
            .Member(nameof(DeveloperProviderName), DeveloperProviderName)
            .Member(nameof(SupportedLoginProviders), SupportedLoginProviders)
            .Member(nameof(UserPools), UserPools)
            .Member(nameof(CognitoIdentityProviders), CognitoIdentityProviders)
            .Member(nameof(OpenIdConnectProviderArns), OpenIdConnectProviderArns)
            .Member(nameof(SamlProviderArns), SamlProviderArns)
            .Member(nameof(Tags), Tags)
            .Member(nameof(AuthenticatedRoleArn), AuthenticatedRoleArn)
            .Member(nameof(UnauthenticatedRoleArn), UnauthenticatedRoleArn)
            .Member(nameof(RoleMappings), RoleMappings)
            .Member(nameof(PrincipalTags), PrincipalTags.ToDictionary(map => map.Key, map => MaskedPrinter.Print(map.Value)))
            .Member(nameof(Identities), Identities);
        return true;
    }
}

/// <summary>An identity of an <see cref="IdentityPoolSeed"/>.</summary>
public sealed record IdentitySeed
{
    /// <summary>Gets the id, <c>region:uuid</c> in lower case. Default: a new one in the pool's region.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// Gets the logins of the identity, by provider: the subject of the token for a provider that issues JSON Web Tokens, the developer's
    /// own id for the developer provider, and the token's own text for any other provider. Default: none, which makes the identity a guest.
    /// </summary>
    public IReadOnlyDictionary<string, string> Logins { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the time at which it was created. Default: now, by the emulator's clock.</summary>
    public DateTimeOffset? CreationDate { get; init; }

    // A record prints only the names of the types of its collections. A user can be the text of a token.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(Id), Id)
            .SecretValues(nameof(Logins), Logins)
            .Member(nameof(CreationDate), CreationDate);
        return true;
    }
}
