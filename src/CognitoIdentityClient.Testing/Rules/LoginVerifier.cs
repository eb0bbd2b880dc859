using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing;

/// <summary>
/// Checks login tokens against the providers of a pool, with the service's messages. A message never repeats a token.
/// </summary>
internal sealed class LoginVerifier(JsonWebKeySet? trustedKeys)
{
    /// <summary>The Logins key of tokens that identity pools issue themselves, in every partition and region.</summary>
    public const string CognitoIdentityProvider = "cognito-identity.amazonaws.com";

    /// <exception cref="ServiceError">NotAuthorizedException or InvalidParameterException.</exception>
    public IReadOnlyList<VerifiedLogin> VerifyAll(
        PoolSettings pool, string poolId, IEnumerable<KeyValuePair<string, string>> logins, DateTimeOffset now) =>
        [.. logins.Select(login => Verify(pool, poolId, login.Key, login.Value, now))];

    /// <exception cref="ServiceError">InvalidParameterException: the pool cannot know users of this provider.</exception>
    public static ProviderKind RequirePublicProvider(PoolSettings pool, string poolId, string provider)
    {
        if (PoolProviders.KindOf(pool, provider) is { } kind)
        {
            return kind;
        }

        if (provider == pool.DeveloperProviderName)
        {
            throw NotPublic();
        }

        if (!PoolProviders.HasAny(pool))
        {
            throw ServiceError.NotAuthorized($"Identity pool - {poolId} does not have identity providers configured.");
        }
        // Seen with tokens of a user pool that another identity pool trusts: https://github.com/aws-amplify/amplify-js/issues/2443
        if (provider.StartsWith("cognito-idp.", StringComparison.Ordinal))
        {
            throw ServiceError.LoginsDoNotMatch();
        }

        throw NotPublic();
    }

    private VerifiedLogin Verify(PoolSettings pool, string poolId, string provider, string text, DateTimeOffset now)
    {
        if (provider == CognitoIdentityProvider)
        {
            throw Invalid("Can't pass in a Cognito token.");
        }

        var kind = RequirePublicProvider(pool, poolId, provider);
        if (kind == ProviderKind.Opaque)
        {
            return new(new Login(provider, text));
        }

        if (JsonWebTokenText.TryParse(text) is not { } token)
        {
            // Without trusted keys a test may use any text as a token; it then stands for its user.
            return trustedKeys is null ? new(new Login(provider, text)) : throw Invalid("Not a valid OpenId Connect identity token.");
        }
        return VerifyToken(pool, provider, kind, token, now);
    }

    private VerifiedLogin VerifyToken(
        PoolSettings pool, string provider, ProviderKind kind, JsonWebTokenText token, DateTimeOffset now)
    {
        var issuer = token.Text("iss") ?? throw Missing("iss");
        // Google's tokens name it with and without the scheme: https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken
        if (issuer != $"https://{provider}" && issuer != provider)
        {
            throw Invalid("Issuer doesn't match providerName");
        }

        var audience = token.Texts("aud");
        if (audience.Count == 0)
        {
            throw Missing("aud");
        }

        var subject = token.Text("sub") ?? throw Missing("sub");
        var expiresAt = token.ExpiresAt ?? throw Missing("exp");
        if (trustedKeys is not null && !token.IsSignedBy(trustedKeys.Keys))
        {
            throw Invalid("Couldn't verify signed token.");
        }

        if (now.ToUnixTimeSeconds() >= expiresAt)
        {
            throw Invalid($"Token expired: {now.ToUnixTimeSeconds()} >= {expiresAt}");
        }

        return new(new Login(provider, subject), token, CheckAudience(pool, provider, kind, audience));
    }

    /// <summary>The app client of a user pool that the token is for.</summary>
    private static string? CheckAudience(PoolSettings pool, string provider, ProviderKind kind, IReadOnlyList<string> audience)
    {
        if (kind == ProviderKind.UserPool)
        {
            var client = pool.UserPools!.FirstOrDefault(
                known => known.ProviderName == provider && known.ClientId is not null && audience.Contains(known.ClientId));
            return client?.ClientId ?? throw NotSupported();
        }
        // The audiences of a provider known by its ARN are kept in IAM, which the emulator does not have.
        if (pool.SupportedLoginProviders?.TryGetValue(provider, out var application) == true && !audience.Contains(application))
        {
            throw NotSupported();
        }

        return null;
    }

    private static ServiceError NotPublic() => ServiceError.InvalidParameter("Please provide a valid public provider");

    private static ServiceError NotSupported() =>
        ServiceError.NotAuthorized("Token is not from a supported provider of this identity pool.");

    private static ServiceError Missing(string claim) => Invalid($"Missing a required claim: {claim}");

    private static ServiceError Invalid(string reason) => ServiceError.NotAuthorized($"Invalid login token. {reason}");
}
