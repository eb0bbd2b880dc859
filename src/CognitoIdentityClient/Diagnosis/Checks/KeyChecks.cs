namespace CognitoIdentity;

/// <summary>
/// Says what is wrong with a key of Logins that names no provider of the pool, before anybody looks at the token: the service's own message
/// speaks of the token in that case.
/// </summary>
internal static class KeyChecks
{
    public const string SchemeEnd = "://";

    public static void Check(SignInFacts facts, LoginFacts login, FindingList findings)
    {
        var reason = ReasonOfUnlisted(facts.Pool, login);

        // No key names such an issuer. A key that is itself a token is nearer.
        if (login.Token is { Issuer: { } address, Provider: null } && !Shown.MayBeToken(login.Key))
        {
            var notHttps = TokenCauses.IssuerNotHttps.At(login.ClaimPath("iss"), $"\"{Shown.Text(address)}\"", "\"https://…\"");
            findings.Add(SignInStage.Logins, TokenCauses.IssuerNotHttps, notHttps with { Reason = reason });
            return;
        }

        var (cause, expected) = Judge(facts, login);
        var finding = cause.At(
            login.Path,
            cause == RequestCauses.KeyIsToken ? "a text that may be a token" : $"\"{Shown.Key(login.Key)}\"",
            expected is null ? Candidates(facts) : $"\"{Shown.Key(expected)}\"");
        findings.Add(
            SignInStage.Logins, cause, finding with { Reason = reason, Advice = KeyAdvice.For(login, cause) ?? finding.Advice });
    }

    /// <summary>Returns the reason with which the service refuses a login whose key names no provider of the pool.</summary>
    public static ErrorReason ReasonOfUnlisted(IdentityPool? pool, LoginFacts login)
    {
        if (login.Token is { } token && !token.IsIssuedBy(login.Key))
        {
            return ErrorReason.IssuerMismatch;
        }

        if (pool is not null && !PoolProviders.HasAny(pool))
        {
            return ErrorReason.NoProvidersConfigured;
        }

        if (ProviderKeys.IsSocial(login.Key) || login.Key.StartsWith("cognito-idp.", StringComparison.Ordinal))
        {
            return ErrorReason.UnsupportedProvider;
        }

        // Any other key passes for that of an OpenID Connect provider, and an opaque text for a token that is not that provider's.
        return login.Token is null ? ErrorReason.MalformedToken : ErrorReason.IssuerMismatch;
    }

    private static (Cause Cause, string? Expected) Judge(SignInFacts facts, LoginFacts login)
    {
        var key = login.Key;
        var issuer = login.Token?.Provider;
        if (Shown.MayBeToken(key))
        {
            return (RequestCauses.KeyIsToken, issuer);
        }

        var scheme = key.IndexOf(SchemeEnd, StringComparison.Ordinal);
        if (scheme >= 0)
        {
            return (RequestCauses.KeyHasScheme, issuer ?? key[(scheme + SchemeEnd.Length)..].TrimEnd('/'));
        }

        if (ProviderKeys.FromOpenIdConnectArn(key) is { } named)
        {
            return (RequestCauses.KeyIsArn, issuer ?? named);
        }

        var known = KnownNames(facts, issuer);
        var trimmed = key.Trim().Trim('"', '\'').TrimEnd('/');
        if (known.FirstOrDefault(name => string.Equals(name.TrimEnd('/'), trimmed, StringComparison.OrdinalIgnoreCase)) is { } meant
            && meant != key
            && (issuer is null || string.Equals(issuer.TrimEnd('/'), meant.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)))
        {
            return (RequestCauses.KeyMalformed, meant);
        }

        if (ProviderKeys.MeansUserPool(key))
        {
            return JudgeUserPool(facts, key, issuer);
        }

        // "cognito-identity" for "cognito-idp", for example.
        if (key.StartsWith("cognito", StringComparison.OrdinalIgnoreCase)
            && key.Split('/') is [_, var userPoolId]
            && UserPoolName.IsUserPoolId(userPoolId))
        {
            return (RequestCauses.KeyMalformed, UserPoolName.ForId(userPoolId));
        }

        if (issuer is not null && !known.Contains(key) && ProviderKeys.HaveSameHost(issuer, key))
        {
            return (RequestCauses.KeyMalformed, issuer);
        }

        if (ProviderKeys.IsSignInDomain(key) || (issuer is not null && !known.Contains(key) && ProviderKeys.GuessSocial(key) == issuer))
        {
            return (RequestCauses.KeyNotProvider, issuer ?? OnlyUserPool(facts));
        }

        if (issuer is not null && (ProviderKeys.IsSocial(key) || known.Contains(key) || key.Contains('.', StringComparison.Ordinal)))
        {
            return (RequestCauses.KeyOfOtherProvider, issuer);
        }

        return (RequestCauses.KeyNotProvider, issuer ?? ProviderKeys.GuessSocial(key));
    }

    private static (Cause Cause, string? Expected) JudgeUserPool(SignInFacts facts, string key, string? issuer)
    {
        if (UserPoolName.IsUserPoolId(key))
        {
            return (RequestCauses.KeyMalformed, UserPoolName.ForId(key));
        }

        var expected = issuer ?? OnlyUserPool(facts);
        if (UserPoolName.Parse(key) is not { } name)
        {
            return (RequestCauses.KeyMalformed, expected);
        }

        // The form that keys of role mappings have: with the app client.
        if (name.UserPoolId.Split(':') is [var userPoolId, _] && UserPoolName.IsUserPoolId(userPoolId))
        {
            return (RequestCauses.KeyMalformed, expected ?? UserPoolName.ForId(userPoolId));
        }

        if (!UserPoolName.IsUserPoolId(name.UserPoolId))
        {
            return (RequestCauses.KeyHasPoolId, expected);
        }

        if (name.RegionOfId != name.Region)
        {
            return (RequestCauses.KeyHasWrongRegion, expected ?? name.Corrected);
        }

        return name.IsConsistent
            ? (RequestCauses.KeyOfOtherProvider, expected)
            : (RequestCauses.KeyHasWrongPartition, expected ?? name.Corrected);
    }

    private static string? OnlyUserPool(SignInFacts facts) =>
        facts.Pool?.CognitoIdentityProviders.Select(provider => provider.ProviderName).Distinct().ToList() is [{ } only] ? only : null;

    private static List<string> KnownNames(SignInFacts facts, string? issuer) =>
    [
        .. ProviderKeys.Social,
        .. facts.Pool is { } pool ? PoolProviders.Names(pool) : [],
        .. issuer is null ? Array.Empty<string>() : [issuer],
    ];

    private static string? Candidates(SignInFacts facts) =>
        facts.Pool is { } pool && PoolProviders.HasAny(pool) ? $"one of {Shown.List(PoolProviders.Names(pool))}" : null;
}
