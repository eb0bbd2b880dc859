namespace CognitoIdentity;

/// <summary>The advice for wrong keys of which more is known than the cause says.</summary>
internal static class KeyAdvice
{
    private static readonly Cause[] General = [RequestCauses.KeyOfOtherProvider, RequestCauses.KeyMalformed, RequestCauses.KeyNotProvider];

    /// <returns>The advice; null where that of the cause fits.</returns>
    public static string? For(LoginFacts login, Cause cause)
    {
        if (login.Token?.Provider is not { } issuer
            || !General.Contains(cause)
            || ProviderKeys.MeansUserPool(login.Key)
            || ProviderKeys.IsSocial(login.Key))
        {
            return null;
        }

        if (ProviderKeys.HaveSameHost(issuer, login.Key) && issuer != login.Key.TrimEnd('/'))
        {
            return "Use the issuer with its whole path, in the key and as the address of the provider in IAM: with Microsoft, tenant and "
                + "version are in the path; with Keycloak, the realm; with Okta, the authorization server.";
        }

        return ProviderKeys.IsUserPool(issuer) && login.Key.Contains('.', StringComparison.Ordinal)
            ? "Use the user pool's own name, which is its tokens' issuer. The domain of its sign-in pages, and the provider that the user "
                + "chose there, are no keys for its tokens."
            : null;
    }
}
