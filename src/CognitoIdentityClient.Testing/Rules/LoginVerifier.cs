namespace CognitoIdentity.Testing;

/// <summary>
/// Checks login tokens against the identity providers of a pool, with the service's messages. A message never repeats a token.
/// </summary>
internal sealed class LoginVerifier(TokenKeys keys)
{
    private const string SchemeOfIssuers = "https://";

    // Providers that every pool could list (behavior seen in public threads: they are told apart from unknown keys).
    private static readonly string[] Social =
        ["accounts.google.com", "graph.facebook.com", "www.amazon.com", "api.twitter.com", "appleid.apple.com"];

    /// <summary>
    /// Returns each verified login once. Two keys can spell the same OpenID Connect provider, with and without a slash at the end, and so
    /// stand for the same user: the first one counts.
    /// </summary>
    /// <exception cref="ServiceError">NotAuthorizedException or InvalidParameterException.</exception>
    public IReadOnlyList<VerifiedLogin> VerifyAll(PoolState pool, IEnumerable<LoginToken> logins, DateTimeOffset now) =>
        [.. logins.Select(login => Verify(pool, login, now)).DistinctBy(verified => verified.Login)];

    /// <summary>Returns the provider as the pool lists it, and its kind.</summary>
    /// <exception cref="ServiceError">InvalidParameterException: the pool cannot know users of this provider.</exception>
    public static KnownProvider RequirePublicProvider(PoolState pool, string provider) =>
        PoolProviders.Find(pool.Settings, provider) ?? throw NotPublic();

    private VerifiedLogin Verify(PoolState pool, LoginToken login, DateTimeOffset now)
    {
        if (login.Provider == Partition.LoginKey(pool.Region))
        {
            throw CognitoToken();
        }

        var provider = PoolProviders.Find(pool.Settings, login.Provider) ?? throw Unknown(pool, login);
        if (provider.Kind is ProviderKind.Opaque or ProviderKind.Saml)
        {
            return new(new Login(provider.Name, login.Text));
        }

        if (login.Parsed is { } token)
        {
            return VerifyToken(pool, provider, token, login.IsTrusted, now);
        }

        if (keys.MustVerify(provider.Name))
        {
            throw NotOpenId();
        }

        // Without trusted keys a test may use any text as a token, and it stands for its user: one of the pool's only app client.
        return new(new Login(provider.Name, login.Text), ClientId: OnlyClient(pool, provider));
    }

    private VerifiedLogin VerifyToken(PoolState pool, KnownProvider provider, JsonWebTokenText token, bool isTrusted, DateTimeOffset now)
    {
        var issuer = token.Text("iss") ?? throw Missing("iss");
        if (!keys.IsIssuer(provider.Name, issuer))
        {
            throw WrongIssuer();
        }

        var audience = token.Texts("aud");
        if (audience.Count == 0)
        {
            throw Missing("aud");
        }

        var subject = token.Text("sub") ?? throw Missing("sub");
        var expiresAt = token.ExpiresAt ?? throw Missing("exp");
        if (!isTrusted)
        {
            throw Invalid("Couldn't verify signed token.");
        }

        if (now.ToUnixTimeSeconds() >= expiresAt)
        {
            throw Invalid($"Token expired: {now.ToUnixTimeSeconds()} >= {expiresAt}");
        }

        return new(new Login(provider.Name, subject), token, CheckAudience(pool.Settings, provider, audience));
    }

    /// <summary>Returns the app client of a user pool that the token is for.</summary>
    private static string? CheckAudience(PoolSettings pool, KnownProvider provider, IReadOnlyList<string> audience)
    {
        if (provider.Kind == ProviderKind.UserPool)
        {
            var client = pool.UserPools!.FirstOrDefault(
                known => known.ProviderName == provider.Name && known.ClientId is not null && audience.Contains(known.ClientId));
            return client?.ClientId ?? throw NotSupported();
        }

        // IAM keeps the audiences of a provider known by its ARN, and the emulator has no IAM.
        if (pool.SupportedLoginProviders?.TryGetValue(provider.Name, out var application) == true && !audience.Contains(application))
        {
            throw provider.Name == "appleid.apple.com" ? Invalid("Incorrect token audience.") : NotSupported();
        }

        return null;
    }

    private static string? OnlyClient(PoolState pool, KnownProvider provider)
    {
        if (provider.Kind != ProviderKind.UserPool)
        {
            return null;
        }

        var clients = pool.Settings.UserPools!.Where(known => known.ProviderName == provider.Name).Select(known => known.ClientId).ToList();
        return clients.Count == 1 ? clients[0] : null;
    }

    private ServiceError Unknown(PoolState pool, LoginToken login)
    {
        var issuer = login.Parsed?.Text("iss");
        if (pool.IsDeveloperProvider(login.Provider))
        {
            // Seen in public code: the name takes no user's text, and no developer token either.
            return IsIdentityPool(issuer) ? CognitoToken() : NotPublic();
        }

        // Public reports have this message whether or not the pool lists any provider, and for well-known providers' keys too.
        if (login.Parsed is not null && (issuer is null || !keys.IsIssuer(login.Provider, issuer)))
        {
            return WrongIssuer();
        }

        if (!PoolProviders.HasAny(pool.Settings))
        {
            return ServiceError.NotAuthorized($"Identity pool - {pool.Id} does not have identity providers configured.");
        }

        if (Social.Contains(login.Provider) || login.Provider.StartsWith("cognito-idp.", StringComparison.Ordinal))
        {
            return NotSupported();
        }

        return login.Parsed is null ? NotOpenId() : WrongIssuer();
    }

    private static bool IsIdentityPool(string? issuer) =>
        issuer is not null
        && issuer.StartsWith(SchemeOfIssuers, StringComparison.Ordinal)
        && Partition.IsLoginKey(issuer[SchemeOfIssuers.Length..]);

    private static ServiceError CognitoToken() => Invalid("Can't pass in a Cognito token.");

    private static ServiceError NotPublic() => ServiceError.InvalidParameter("Please provide a valid public provider");

    private static ServiceError NotSupported() =>
        ServiceError.NotAuthorized("Token is not from a supported provider of this identity pool.");

    private static ServiceError NotOpenId() => Invalid("Not a valid OpenId Connect identity token.");

    private static ServiceError WrongIssuer() => Invalid("Issuer doesn't match providerName");

    private static ServiceError Missing(string claim) => Invalid($"Missing a required claim: {claim}");

    private static ServiceError Invalid(string reason) => ServiceError.NotAuthorized($"Invalid login token. {reason}");
}
