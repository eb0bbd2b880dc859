namespace CognitoIdentity;

/// <summary>Checks the logins of users that the application's own backend signs in.</summary>
internal static class DeveloperChecks
{
    /// <summary>Checks a login under the service's own name: only a developer token may be there, and not for GetId.</summary>
    public static void CheckToken(SignInFacts facts, LoginFacts login, FindingList findings)
    {
        var isExchange = facts.IsDeveloperTokenExchange;
        if (login.Key != facts.ServiceName && (login.Token is null or { IsFromIdentityPool: true }))
        {
            findings.Add(
                SignInStage.Logins,
                TokenCauses.DeveloperKeyPartition,
                login.Path,
                $"\"{Shown.Key(login.Key)}\"",
                $"\"{facts.ServiceName}\"");
        }

        if (login.Token is not { IsFromIdentityPool: true } token)
        {
            var finding = TokenCauses.NotDeveloperToken.At(
                login.Path,
                login.Token is { } other
                    ? $"a token of \"{Shown.Text(other.Issuer ?? "no issuer")}\""
                    : TokenShape.Describe(login.Text).Found,
                "a token of GetOpenIdTokenForDeveloperIdentity");
            findings.Add(
                SignInStage.Logins,
                TokenCauses.NotDeveloperToken,
                login.Key == facts.ServiceName ? finding : finding with { Reason = KeyChecks.ReasonOfUnlisted(facts.Pool, login) });
            return;
        }

        if (!isExchange)
        {
            findings.Add(
                SignInStage.Logins,
                TokenCauses.DeveloperTokenToGetId,
                login.Path,
                "a token of an identity pool",
                "a token of an identity provider");
            return;
        }

        CheckFit(facts, login, token, findings);
    }

    /// <summary>Checks a login under the pool's developer provider: only GetOpenIdTokenForDeveloperIdentity takes it.</summary>
    public static void CheckUser(SignInFacts facts, LoginFacts login, FindingList findings)
    {
        if (facts.IsDeveloperOperation)
        {
            return;
        }

        // GetId checks only the key. GetCredentialsForIdentity also sees that the token is from an identity pool.
        var isSeen = facts.Operation is OperationNames.GetCredentialsForIdentity && login.Token is { IsFromIdentityPool: true };
        var finding = TokenCauses.DeveloperWrongKey.At(
            login.Path, $"\"{Shown.Key(login.Key)}\", the developer provider's name", $"\"{facts.ServiceName}\" with the developer token");
        findings.Add(
            SignInStage.Logins,
            TokenCauses.DeveloperWrongKey,
            isSeen ? finding : finding with { ErrorCode = "InvalidParameterException", Reason = ErrorReason.UnsupportedProvider });
    }

    /// <summary>
    /// Checks a login of GetOpenIdTokenForDeveloperIdentity that is neither the developer provider's nor another provider's.
    /// </summary>
    public static void CheckUnknownName(SignInFacts facts, LoginFacts login, FindingList findings)
    {
        // Without the pool, the name may be the right one.
        if (facts.Pool is { } pool)
        {
            findings.Add(
                SignInStage.Logins,
                TokenCauses.DeveloperNameUnknown,
                login.Path,
                $"\"{Shown.Key(login.Key)}\"",
                pool.DeveloperProviderName is { } name ? $"\"{Shown.Text(name)}\"" : "a pool with a DeveloperProviderName");
        }
    }

    /// <summary>Checks that a token of an identity pool is still valid, for the service or for STS.</summary>
    public static void CheckExpiration(SignInFacts facts, LoginFacts login, TokenClaims token, FindingList findings)
    {
        var now = facts.Now.ToUnixTimeSeconds();
        if (token.ExpiresAt is not { } expiresAt || now < expiresAt)
        {
            return;
        }

        findings.Add(
            facts.IsSecurityTokenService ? SignInStage.SecurityTokenService : SignInStage.Logins,
            TokenCauses.Expired,
            DescribeExpired(facts, login.ClaimPath("exp"), Shown.Time(expiresAt), $"later than {Shown.Time(now)}"));
    }

    /// <summary>Returns the finding that a token of an identity pool has expired, with the error of the service or of STS.</summary>
    public static DiagnosisFinding DescribeExpired(SignInFacts facts, string path, string found, string? expected = null)
    {
        var finding = TokenCauses.Expired.At(path, found, expected) with
        {
            Advice = "Get a new token: one of GetOpenIdToken is valid for 10 minutes, and one of GetOpenIdTokenForDeveloperIdentity for "
                + "TokenDuration, by default 15 minutes.",
        };
        return facts.IsSecurityTokenService ? finding with { ErrorCode = StsErrors.ExpiredToken, Reason = null } : finding;
    }

    private static void CheckFit(SignInFacts facts, LoginFacts login, TokenClaims token, FindingList findings)
    {
        var identityId = facts.Options.IdentityId;
        if (facts.Region is not null && !token.Audiences.Contains(facts.PoolId))
        {
            findings.Add(
                SignInStage.Logins,
                TokenCauses.DeveloperTokenOfOtherIdentity,
                login.ClaimPath("aud"),
                Shown.List(token.Audiences),
                $"\"{Shown.Text(facts.PoolId)}\"");
        }
        else if (identityId is not null && token.Text("sub") is { } subject && subject != identityId)
        {
            findings.Add(
                SignInStage.Logins,
                TokenCauses.DeveloperTokenOfOtherIdentity,
                login.ClaimPath("sub"),
                $"\"{Shown.Text(subject)}\"",
                $"\"{Shown.Text(identityId)}\"");
        }
        else if (token.IsOfGuest)
        {
            findings.Add(
                SignInStage.Logins,
                TokenCauses.DeveloperTokenOfOtherIdentity,
                login.ClaimPath("amr"),
                "\"unauthenticated\"",
                "\"authenticated\"");
        }

        CheckExpiration(facts, login, token, findings);
    }
}
