namespace CognitoIdentity;

/// <summary>The kind of a provider, which decides how its tokens are read.</summary>
internal enum ProviderKind
{
    /// <summary>A user pool: JSON Web Tokens for one of the app clients that the identity pool lists.</summary>
    UserPool,

    /// <summary>An OpenID Connect provider in IAM, which keeps the audiences.</summary>
    OpenIdConnect,

    /// <summary>Google or Apple: JSON Web Tokens for the app that the identity pool lists.</summary>
    SocialJsonWebToken,

    /// <summary>Facebook, Amazon, Twitter: tokens that only the provider can read.</summary>
    Opaque,

    /// <summary>A SAML provider in IAM, keyed by its ARN.</summary>
    Saml,
}

/// <summary>Finds the provider of a login in the configuration of an identity pool.</summary>
internal static class PoolProviders
{
    /// <summary>Returns the kind of a provider that the pool lists; null where it lists none of this name.</summary>
    public static ProviderKind? GetKind(IdentityPool pool, string key)
    {
        if (pool.CognitoIdentityProviders.Any(provider => provider.ProviderName == key))
        {
            return ProviderKind.UserPool;
        }

        if (HasOpenIdConnect(pool, key))
        {
            return ProviderKind.OpenIdConnect;
        }

        if (pool.SupportedLoginProviders.ContainsKey(key))
        {
            return ProviderKeys.IssuesJsonWebTokens(key) ? ProviderKind.SocialJsonWebToken : ProviderKind.Opaque;
        }

        return pool.SamlProviderARNs.Contains(key) ? ProviderKind.Saml : null;
    }

    /// <summary>
    /// Returns the kind that a provider's name has by its form, for a pool that the caller may not read; null where the form tells nothing.
    /// </summary>
    public static ProviderKind? GuessKind(string key) => key switch
    {
        _ when ProviderKeys.IsUserPool(key) => ProviderKind.UserPool,
        _ when ProviderKeys.IsSamlArn(key) => ProviderKind.Saml,
        _ when !ProviderKeys.IsSocial(key) => null,
        _ => ProviderKeys.IssuesJsonWebTokens(key) ? ProviderKind.SocialJsonWebToken : ProviderKind.Opaque,
    };

    /// <summary>
    /// Returns whether the pool lists an OpenID Connect provider of this name in IAM, which may also be a user pool or a social provider
    /// with more apps than the pool has room for.
    /// </summary>
    public static bool HasOpenIdConnect(IdentityPool pool, string key) =>
        pool.OpenIdConnectProviderARNs.Any(arn => ProviderKeys.AreSame(ProviderKeys.FromOpenIdConnectArn(arn), key));

    public static bool HasAny(IdentityPool pool) =>
        pool.CognitoIdentityProviders.Count > 0
        || pool.OpenIdConnectProviderARNs.Count > 0
        || pool.SamlProviderARNs.Count > 0
        || pool.SupportedLoginProviders.Count > 0;

    /// <summary>Returns the names of all providers, as keys of Logins.</summary>
    public static IEnumerable<string> Names(IdentityPool pool) => pool.CognitoIdentityProviders
        .Select(provider => provider.ProviderName ?? "")
        .Concat(pool.OpenIdConnectProviderARNs.Select(arn => ProviderKeys.FromOpenIdConnectArn(arn) ?? arn))
        .Concat(pool.SupportedLoginProviders.Keys)
        .Concat(pool.SamlProviderARNs)
        .Distinct();

    /// <summary>Returns the app clients of a user pool, or the app of a social provider, that the pool lists.</summary>
    public static IReadOnlyList<string> Audiences(IdentityPool pool, string key) =>
    [
        .. pool.CognitoIdentityProviders
            .Where(provider => provider.ProviderName == key && provider.ClientId is not null)
            .Select(provider => provider.ClientId!),
        .. pool.SupportedLoginProviders.TryGetValue(key, out var app) ? [app] : Array.Empty<string>(),
    ];
}
