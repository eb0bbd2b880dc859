namespace CognitoIdentity.Testing;

/// <summary>The configuration of a pool, replaced as a whole by UpdateIdentityPool. A member that was left out is null.</summary>
internal sealed record PoolSettings(
    string Name,
    bool AllowUnauthenticatedIdentities,
    bool? AllowClassicFlow = null,
    string? DeveloperProviderName = null,
    IReadOnlyList<UserPoolProvider>? UserPools = null,
    IReadOnlyList<string>? OpenIdConnectProviderArns = null,
    IReadOnlyList<string>? SamlProviderArns = null,
    IReadOnlyDictionary<string, string>? SupportedLoginProviders = null);

/// <summary>A CognitoIdentityProvider of the API: an app client of a user pool. The check is off unless it was asked for.</summary>
internal sealed record UserPoolProvider(string? ProviderName = null, string? ClientId = null, bool ServerSideTokenCheck = false);
