namespace CognitoIdentity.Testing;

/// <summary>What a pool knows about the provider of a login.</summary>
internal enum ProviderKind
{
    /// <summary>An Amazon Cognito user pool: its tokens are JSON web tokens for one of the pool's app clients.</summary>
    UserPool,

    /// <summary>A provider that issues JSON web tokens: OpenID Connect by ARN, Google, Apple.</summary>
    OpenIdConnect,

    /// <summary>A provider whose tokens only it can read: Facebook, Amazon, Twitter, Digits, SAML.</summary>
    Opaque,
}

/// <summary>Finds a login's provider in the configuration of a pool.</summary>
internal static class PoolProviders
{
    private const string OidcArnPart = ":oidc-provider/";

    /// <summary>The kind of a public provider; null when the pool does not support it.</summary>
    public static ProviderKind? KindOf(PoolSettings settings, string provider)
    {
        if (settings.UserPools?.Any(pool => pool.ProviderName == provider) == true)
        {
            return ProviderKind.UserPool;
        }

        if (settings.OpenIdConnectProviderArns?.Any(arn => OidcName(arn) == provider) == true)
        {
            return ProviderKind.OpenIdConnect;
        }

        if (settings.SupportedLoginProviders?.ContainsKey(provider) == true)
        {
            return provider is "accounts.google.com" or "appleid.apple.com" ? ProviderKind.OpenIdConnect : ProviderKind.Opaque;
        }

        return settings.SamlProviderArns?.Contains(provider) == true ? ProviderKind.Opaque : null;
    }

    public static bool HasAny(PoolSettings settings) =>
        settings.UserPools?.Count > 0
        || settings.OpenIdConnectProviderArns?.Count > 0
        || settings.SamlProviderArns?.Count > 0
        || settings.SupportedLoginProviders?.Count > 0;

    /// <summary>Whether role mappings may be set for the key: a provider, or a user pool and one of its app clients.</summary>
    public static bool CanMapRoles(PoolSettings settings, string key) =>
        KindOf(settings, key) is not null
        || settings.UserPools?.Any(pool => $"{pool.ProviderName}:{pool.ClientId}" == key) == true;

    // arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant -> login.example.com/tenant
    private static string? OidcName(string arn)
    {
        var start = arn.IndexOf(OidcArnPart, StringComparison.Ordinal);
        return start < 0 ? null : arn[(start + OidcArnPart.Length)..];
    }
}
