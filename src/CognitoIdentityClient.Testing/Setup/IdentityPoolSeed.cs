namespace CognitoIdentity.Testing;

/// <summary>
/// A pool to put into an emulator at once, with ids of the test's choice. Its members mean what they mean in CreateIdentityPool
/// (https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html), but have defaults.
/// </summary>
public sealed record IdentityPoolSeed
{
    /// <summary>The id, <c>region:uuid</c> in lower case, of one of the emulator's regions. Default: a new one in its first region.</summary>
    public string? Id { get; init; }

    /// <summary>The twelve digits of the account that owns the pool. Default: <see cref="EmulatorOptions.AccountId"/>.</summary>
    public string? AccountId { get; init; }

    /// <summary>The name, 1 to 128 characters. Default: <c>Seeded</c>.</summary>
    public string Name { get; init; } = "Seeded";

    /// <summary>Whether guests may get an identity. Default: true.</summary>
    public bool AllowUnauthenticatedIdentities { get; init; } = true;

    /// <summary>Whether GetOpenIdToken works. Default: null, which behaves as true.</summary>
    public bool? AllowClassicFlow { get; init; }

    /// <summary>The name of the developer provider. Default: none.</summary>
    public string? DeveloperProviderName { get; init; }

    /// <summary>The app ids of social providers, by provider name such as <c>graph.facebook.com</c>. Default: none.</summary>
    public IReadOnlyDictionary<string, string> SupportedLoginProviders { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The user pools: the client id of an app by the name of its user pool, such as
    /// <c>cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789</c>. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string> UserPools { get; init; } = new Dictionary<string, string>();

    /// <summary>The ARNs of OpenID Connect providers. Default: none.</summary>
    public IReadOnlyList<string> OpenIdConnectProviderArns { get; init; } = [];

    /// <summary>The tags. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The role of users who logged in. Default: an invented one, so that GetCredentialsForIdentity works; null for none.</summary>
    public string? AuthenticatedRoleArn { get; init; } = "arn:aws:iam::123456789012:role/authenticated";

    /// <summary>The role of guests. Default: an invented one, so that GetCredentialsForIdentity works; null for none.</summary>
    public string? UnauthenticatedRoleArn { get; init; } = "arn:aws:iam::123456789012:role/unauthenticated";

    /// <summary>The identities in the pool. Default: none.</summary>
    public IReadOnlyList<IdentitySeed> Identities { get; init; } = [];
}

/// <summary>An identity of an <see cref="IdentityPoolSeed"/>.</summary>
public sealed record IdentitySeed
{
    /// <summary>The id, <c>region:uuid</c> in lower case. Default: a new one in the pool's region.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// Its users by provider: of a provider with JSON web tokens the token's subject, of another the token's own text, of the
    /// developer provider the developer's own id. Default: none, which makes it a guest.
    /// </summary>
    public IReadOnlyDictionary<string, string> Logins { get; init; } = new Dictionary<string, string>();

    /// <summary>When it was created. Default: now, by the emulator's clock.</summary>
    public DateTimeOffset? CreationDate { get; init; }
}
