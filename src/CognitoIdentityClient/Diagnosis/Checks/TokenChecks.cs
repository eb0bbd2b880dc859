namespace CognitoIdentity;

/// <summary>Checks the token of a login whose key is a provider's, in the order in which the service does.</summary>
internal static class TokenChecks
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    public static void Check(SignInFacts facts, LoginFacts login, ProviderKind kind, FindingList findings)
    {
        if (kind == ProviderKind.Saml)
        {
            SamlChecks.Check(facts, login, findings);
            return;
        }

        if (kind == ProviderKind.Opaque)
        {
            OpaqueTokenChecks.Check(login, findings);
            return;
        }

        if (login.Token is not { } token)
        {
            AddMalformed(login, findings);
            return;
        }

        if (token.IsFromIdentityPool)
        {
            findings.Add(
                SignInStage.Logins, TokenCauses.DeveloperWrongKey, login.Path, $"\"{Shown.Key(login.Key)}\"", $"\"{facts.ServiceName}\"");
            return;
        }

        CheckIssuer(facts, login, token, findings);
        CheckUse(login, findings);
        CheckClaims(facts, login, token, findings);
        CheckAudience(facts, login, token, kind, findings);
        CheckAlgorithm(login, token, findings);
    }

    /// <summary>Checks that a token is an ID token.</summary>
    public static void CheckUse(LoginFacts login, FindingList findings)
    {
        if (JudgeUse(login) is var (cause, finding))
        {
            findings.Add(SignInStage.Logins, cause, finding);
        }
    }

    /// <summary>
    /// Returns the reason why a token is not an ID token: one for access has no audience, or says what it is for. Otherwise null.
    /// </summary>
    public static (Cause Cause, DiagnosisFinding Finding)? JudgeUse(LoginFacts login)
    {
        var token = login.Token!;
        if (token.IsForAccess || token.LooksLikeAccess)
        {
            // The service looks for the audience alone; an access token that has one fails later, or not at all.
            var finding = token.IsForAccess
                ? TokenCauses.AccessToken.At(login.ClaimPath("token_use"), "an access token", "an ID token")
                : TokenCauses.AccessToken.At(
                    login.Path, "the claims of an access token: scope or scp, or the typ Bearer", "an ID token");
            return (
                TokenCauses.AccessToken, token.Audiences.Count == 0 ? finding : finding with { Severity = FindingSeverity.Warning });
        }

        return token.Audiences.Count == 0
            ? (TokenCauses.AudienceMissing, TokenCauses.AudienceMissing.At(login.ClaimPath("aud"), "no aud", "the app's id"))
            : null;
    }

    private static void AddMalformed(LoginFacts login, FindingList findings)
    {
        var (found, advice) = TokenShape.Describe(login.Text);
        var finding = TokenCauses.Malformed.At(login.Path, found, "an ID token: three parts of Base64, joined by dots");
        findings.Add(SignInStage.Logins, TokenCauses.Malformed, advice is null ? finding : finding with { Advice = advice });
    }

    private static void CheckIssuer(SignInFacts facts, LoginFacts login, TokenClaims token, FindingList findings)
    {
        if (token.Issuer is null)
        {
            findings.Add(
                SignInStage.Logins, TokenCauses.IssuerMissing, login.ClaimPath("iss"), "no iss", $"\"https://{Shown.Key(login.Key)}\"");
        }
        else if (!token.IsIssuedBy(login.Key))
        {
            KeyChecks.Check(facts, login, findings);
            LoginChecks.AddUnlistedIssuer(facts.Pool, token, findings);
        }
    }

    // The secret of a symmetric signature is with the provider and the app alone.
    private static void CheckAlgorithm(LoginFacts login, TokenClaims token, FindingList findings)
    {
        if (token.Algorithm?.StartsWith("HS", StringComparison.Ordinal) == true)
        {
            findings.Add(
                SignInStage.None,
                OutsideCauses.SignatureKeys,
                $"{login.Path}, header alg",
                $"\"{Shown.Text(token.Algorithm)}\", a shared secret",
                "\"RS256\", a key pair");
        }
    }

    private static void CheckClaims(SignInFacts facts, LoginFacts login, TokenClaims token, FindingList findings)
    {
        string[] missing =
        [
            .. token.Text("sub") is null ? ["sub"] : Array.Empty<string>(),
            .. token.ExpiresAt is null ? ["exp"] : Array.Empty<string>(),
        ];
        if (missing.Length > 0)
        {
            findings.Add(
                SignInStage.Logins, TokenCauses.ClaimsMissing, login.Path, $"no {string.Join(" and no ", missing)}", "sub and exp");
        }

        var now = facts.Now.ToUnixTimeSeconds();
        if (token.ExpiresAt is { } expiresAt && now >= expiresAt)
        {
            findings.Add(
                SignInStage.Logins,
                TokenCauses.Expired,
                login.ClaimPath("exp"),
                $"{Shown.Time(expiresAt)}, {Shown.Span(TimeSpan.FromSeconds((double)now - expiresAt))} ago",
                $"later than {Shown.Time(now)}");
        }

        if (token.Number("iat") is { } issuedAt && issuedAt - now > ClockTolerance.TotalSeconds)
        {
            findings.Add(
                SignInStage.None,
                TokenCauses.NotYetValid,
                login.ClaimPath("iat"),
                Shown.Time(issuedAt),
                $"not later than {Shown.Time(now)}");
        }
    }

    private static void CheckAudience(SignInFacts facts, LoginFacts login, TokenClaims token, ProviderKind kind, FindingList findings)
    {
        // IAM keeps the audiences of OpenID Connect providers. Of a token from elsewhere, the key is wrong and not the audience.
        if (facts.Pool is not { } pool
            || kind == ProviderKind.OpenIdConnect
            || PoolProviders.HasOpenIdConnect(pool, login.Key)
            || token.Audiences.Count == 0
            || (token.Issuer is not null && !token.IsIssuedBy(login.Key)))
        {
            return;
        }

        var listed = PoolProviders.Audiences(pool, login.Key);
        if (listed.Any(token.Audiences.Contains))
        {
            CheckAuthorizedParty(facts, login, token, listed, findings);
            return;
        }

        var finding = TokenCauses.AudienceNotConfigured.At(login.ClaimPath("aud"), Shown.List(token.Audiences), ExpectedAudience(listed));
        findings.Add(SignInStage.Logins, TokenCauses.AudienceNotConfigured, login.Key switch
        {
            // https://github.com/aws-amplify/amplify-js/issues/6287
            ProviderNames.Apple => finding with
            {
                Reason = ErrorReason.IncorrectAudience,
                Advice = "The identity pool has room for one app with Apple: the bundle id or the Services ID. For both, register "
                    + "appleid.apple.com as an OpenID Connect provider in IAM with both ids, and list that one in its place.",
            },
            ProviderNames.Google => finding with
            {
                Advice = "The identity pool has room for one client id with Google. Ask for the token with that id (the server client "
                    + "id on Android and iOS), or register accounts.google.com as an OpenID Connect provider in IAM with all client ids.",
            },
            _ => finding,
        });
    }

    // Which of the two the service compares is known for OpenID Connect providers alone: azp, where the token has it. So only an error
    // about the audience makes azp suspect.
    private static void CheckAuthorizedParty(
        SignInFacts facts, LoginFacts login, TokenClaims token, IReadOnlyList<string> listed, FindingList findings)
    {
        if (token.AuthorizedParty is { } party
            && !listed.Contains(party)
            && (facts.Reason == ErrorReason.UnsupportedProvider || facts.Reason == ErrorReason.IncorrectAudience))
        {
            var finding = TokenCauses.AudienceNotConfigured.At(
                login.ClaimPath("azp"), $"\"{Shown.Text(party)}\"", ExpectedAudience(listed)) with
            {
                Severity = FindingSeverity.Warning,
                Summary = "Another app than the one that the identity pool lists asked for the token.",
                Advice = $"Register {Shown.Key(login.Key)} as an OpenID Connect provider in IAM with the client ids in aud and in azp, and "
                    + "list that one in its place.",
            };
            findings.Add(SignInStage.None, TokenCauses.AudienceNotConfigured, finding);
        }
    }

    private static string ExpectedAudience(IReadOnlyList<string> listed) => listed.Count == 0
        ? "a ClientId in the identity pool, which has none for this provider"
        : $"one of {Shown.List(listed)}";
}
