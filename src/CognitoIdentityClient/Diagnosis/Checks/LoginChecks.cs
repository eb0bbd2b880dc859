namespace CognitoIdentity;

/// <summary>Checks one login: first its key, then, if the key is a provider's, its token.</summary>
internal static class LoginChecks
{
    public static void Check(SignInFacts facts, LoginFacts login, FindingList findings)
    {
        if (ServiceName.IsLike(login.Key))
        {
            DeveloperChecks.CheckToken(facts, login, findings);
            return;
        }

        if (facts.Pool?.DeveloperProviderName is { } name && login.Key == name)
        {
            DeveloperChecks.CheckUser(facts, login, findings);
            return;
        }

        var kind = facts.Pool is { } pool ? PoolProviders.GetKind(pool, login.Key) : PoolProviders.GuessKind(login.Key);
        if (kind is { } known)
        {
            TokenChecks.Check(facts, login, known, findings);
            return;
        }

        if (facts.IsDeveloperOperation && !LooksLikeProvider(login))
        {
            DeveloperChecks.CheckUnknownName(facts, login, findings);
            return;
        }

        CheckUnlisted(facts, login, findings);
    }

    // The pool lists no provider of this name, or the pool is unknown and the name is none of the well-known ones.
    private static void CheckUnlisted(SignInFacts facts, LoginFacts login, FindingList findings)
    {
        // With a scheme or a slash, the key is the issuer's address and not its name. A word is no issuer, even if a token has it.
        var issuedHere = login.Token?.IsIssuedBy(login.Key) == true
            && login.Key.Contains('.', StringComparison.Ordinal)
            && !login.Key.EndsWith('/')
            && !login.Key.Contains(KeyChecks.SchemeEnd, StringComparison.Ordinal);
        var isNamedRight = issuedHere || (login.Token is null && PoolProviders.GuessKind(login.Key) is not null);
        if (!isNamedRight)
        {
            KeyChecks.Check(facts, login, findings);
        }

        if (facts.Pool is not { } pool)
        {
            if (issuedHere)
            {
                TokenChecks.Check(facts, login, ProviderKind.OpenIdConnect, findings);
            }

            return;
        }

        AddUnlisted(pool, login, isNamedRight, findings);
        if (login.Token is { IsForAccess: true })
        {
            TokenChecks.CheckUse(login, findings);
        }
    }

    // A wrong key is the nearer cause; that the provider which the token is from is not listed either comes after it.
    private static void AddUnlisted(IdentityPool pool, LoginFacts login, bool isNamedRight, FindingList findings)
    {
        if (!PoolProviders.HasAny(pool))
        {
            findings.Add(SignInStage.Logins, RequestCauses.NoProviders, "IdentityPool", "no providers", Shown.Key(login.Key));
            return;
        }

        if (!isNamedRight)
        {
            AddUnlistedIssuer(pool, login.Token, findings);
        }
        else if (!ServiceName.IsLike(login.Key) && PoolProviders.GetKind(pool, login.Key) is null)
        {
            findings.Add(
                SignInStage.Logins,
                RequestCauses.ProviderNotConfigured,
                DescribeUnlisted(pool, login.Key) with { Reason = KeyChecks.ReasonOfUnlisted(pool, login) });
        }
    }

    /// <summary>Adds that the pool does not list the provider that a token is from, whose name the key should have been.</summary>
    public static void AddUnlistedIssuer(IdentityPool? pool, TokenClaims? token, FindingList findings)
    {
        if (pool is not null
            && token?.Provider is { } issuer
            && !ServiceName.IsLike(issuer)
            && PoolProviders.GetKind(pool, issuer) is null)
        {
            findings.Add(SignInStage.Logins, RequestCauses.ProviderNotConfigured, DescribeUnlisted(pool, issuer));
        }
    }

    private static DiagnosisFinding DescribeUnlisted(IdentityPool pool, string provider)
    {
        var path = ProviderKeys.MeansUserPool(provider) ? "IdentityPool.CognitoIdentityProviders"
            : ProviderKeys.IsSocial(provider) ? "IdentityPool.SupportedLoginProviders"
            : ProviderKeys.IsSamlArn(provider) ? "IdentityPool.SamlProviderARNs"
            : "IdentityPool.OpenIdConnectProviderARNs";
        return RequestCauses.ProviderNotConfigured.At(path, Shown.List(PoolProviders.Names(pool)), $"\"{Shown.Key(provider)}\"");
    }

    private static bool LooksLikeProvider(LoginFacts login) => login.Token is not null || PoolProviders.GuessKind(login.Key) is not null;
}
