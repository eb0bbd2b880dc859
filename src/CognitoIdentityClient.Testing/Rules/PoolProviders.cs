namespace CognitoIdentity.Testing;

/// <summary>The kinds of identity providers, by the tokens that they issue.</summary>
internal enum ProviderKind
{
    /// <summary>An Amazon Cognito user pool: its tokens are JSON Web Tokens for one of the pool's app clients.</summary>
    UserPool,

    /// <summary>A provider that issues JSON Web Tokens: OpenID Connect by ARN, Google, Apple.</summary>
    OpenIdConnect,

    /// <summary>A provider whose tokens only it can read: Facebook, Amazon, Twitter, Digits.</summary>
    Opaque,

    /// <summary>A SAML provider by ARN, whose assertions are not read.</summary>
    Saml,
}

/// <summary>An identity provider that a pool lists.</summary>
/// <param name="Name">The name as the pool has it, whichever spelling the request used.</param>
/// <param name="Kind">The kind of tokens that it issues.</param>
internal readonly record struct KnownProvider(string Name, ProviderKind Kind);

/// <summary>Finds a login's identity provider in the configuration of a pool.</summary>
internal static class PoolProviders
{
    private const string OidcArnPart = ":oidc-provider/";

    /// <summary>Returns the public provider that the key means; null when the pool does not list it.</summary>
    public static KnownProvider? Find(PoolSettings settings, string provider)
    {
        if (settings.UserPools?.Any(pool => pool.ProviderName == provider) == true)
        {
            return new(provider, ProviderKind.UserPool);
        }

        if (settings.OpenIdConnectProviderArns?.Select(OidcName).FirstOrDefault(name => IsSame(name, provider)) is { } oidc)
        {
            return new(oidc, ProviderKind.OpenIdConnect);
        }

        if (settings.SupportedLoginProviders?.ContainsKey(provider) == true)
        {
            return new(
                provider, provider is "accounts.google.com" or "appleid.apple.com" ? ProviderKind.OpenIdConnect : ProviderKind.Opaque);
        }

        return settings.SamlProviderArns?.Contains(provider) == true ? new(provider, ProviderKind.Saml) : null;
    }

    public static bool HasAny(PoolSettings settings) =>
        settings.UserPools?.Count > 0
        || settings.OpenIdConnectProviderArns?.Count > 0
        || settings.SamlProviderArns?.Count > 0
        || settings.SupportedLoginProviders?.Count > 0;

    /// <summary>Returns whether role mappings may be set for the key: a provider, or a user pool and one of its app clients.</summary>
    public static bool CanMapRoles(PoolSettings settings, string key) =>
        Find(settings, key) is not null
        || settings.UserPools?.Any(pool => $"{pool.ProviderName}:{pool.ClientId}" == key) == true;

    /// <summary>
    /// Returns the name without a slash at its end. Issuers of Auth0 and Authentik have one, IAM keeps the provider with or without it, and
    /// users pass either.
    /// </summary>
    public static string WithoutSlash(string name) => name.TrimEnd('/');

    public static bool IsSame(string? name, string other) => name is not null && WithoutSlash(name) == WithoutSlash(other);

    // arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant -> login.example.com/tenant
    private static string? OidcName(string arn)
    {
        var start = arn.IndexOf(OidcArnPart, StringComparison.Ordinal);
        return start < 0 ? null : arn[(start + OidcArnPart.Length)..];
    }
}
