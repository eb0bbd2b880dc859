namespace CognitoIdentity;

/// <summary>Checks what a request has beside its logins: the pool's id, the region, the identity, the flow.</summary>
internal static class RequestChecks
{
    /// <summary>Checks the ids. With a wrong one, nothing else matters.</summary>
    public static void CheckIds(SignInFacts facts, FindingList findings)
    {
        if (facts.IsSecurityTokenService)
        {
            return;
        }

        CheckPoolId(facts.PoolId, facts.Options.ClientRegion, findings);
        if (facts.Region is { } region
            && IdentityPoolRegion.Parse(facts.Options.IdentityId) is { } identityRegion
            && identityRegion != region)
        {
            findings.Add(
                SignInStage.Logins,
                RequestCauses.IdentityOfOtherRegion,
                "Request.IdentityId",
                $"\"{Shown.Text(identityRegion)}:…\"",
                $"\"{region}:…\"");
        }
    }

    /// <summary>Checks the pool's id, and that the client is for its region.</summary>
    public static void CheckPoolId(string identityPoolId, string? clientRegion, FindingList findings)
    {
        const string Path = "Request.IdentityPoolId";
        if (IdentityPoolRegion.Parse(identityPoolId) is not { } region)
        {
            findings.Add(
                SignInStage.Logins, RequestCauses.PoolIdMalformed, Path, $"\"{Shown.Key(identityPoolId)}\"", "REGION:UUID");
        }
        else if (clientRegion is not null && !string.Equals(clientRegion, region, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(
                SignInStage.Logins, RequestCauses.WrongRegion, "Client.Region", $"\"{Shown.Text(clientRegion)}\"", $"\"{region}\"");
        }
    }

    /// <summary>
    /// Adds that the service found no such pool when its configuration was read. It may still be one of another account, whose users
    /// sign in without AWS credentials.
    /// </summary>
    public static void CheckMissingPool(string identityPoolId, bool isMissing, FindingList findings)
    {
        if (isMissing)
        {
            var finding = RequestCauses.PoolNotFound.At(
                "Request.IdentityPoolId", $"\"{Shown.Key(identityPoolId)}\"", "a pool of the account whose credentials read it") with
            {
                Severity = FindingSeverity.Warning,
            };
            findings.Add(SignInStage.None, RequestCauses.PoolNotFound, finding);
        }
    }

    public static void CheckGuest(SignInFacts facts, FindingList findings)
    {
        if (facts.IsGuest && facts.Pool is { } pool && pool.AllowUnauthenticatedIdentities != true)
        {
            findings.Add(
                SignInStage.Logins,
                RequestCauses.GuestsNotAllowed,
                "IdentityPool.AllowUnauthenticatedIdentities",
                "false, and a request without Logins",
                "Logins");
        }
    }

    public static void CheckClassicFlow(SignInFacts facts, FindingList findings)
    {
        if (facts.Pool is { AllowClassicFlow: false })
        {
            findings.Add(SignInStage.Classic, RoleCauses.ClassicDisabled, "IdentityPool.AllowClassicFlow", "false", "true");
        }

        if (facts.Roles is { RoleMappings: { Count: > 0 } mappings })
        {
            findings.Add(
                SignInStage.Classic, RoleCauses.ClassicWithMappings, "Roles.RoleMappings", Shown.List(mappings.Keys), "no role mappings");
        }

        foreach (var login in facts.Logins.Where(login => ProviderKeys.IsSamlArn(login.Key)))
        {
            findings.Add(SignInStage.Classic, RoleCauses.ClassicWithSaml, login.Path, "a SAML login", "a login with another provider");
        }
    }

    /// <summary>Checks the token that STS got: only one of an identity pool is for the role of a pool.</summary>
    public static void CheckSecurityTokenService(SignInFacts facts, FindingList findings)
    {
        foreach (var login in facts.Logins)
        {
            if (login.Token is { IsFromIdentityPool: true } ofPool)
            {
                DeveloperChecks.CheckExpiration(facts, login, ofPool, findings);
            }
            else if (login.Token is { } token && !IsExchanged(facts, login, token))
            {
                AddWrongToken(facts, login, token, findings);
            }
        }

        // The token of the pool may not have been given, or be valid by the local clock.
        if (facts.Options.ErrorCode == StsErrors.ExpiredToken && !findings.Has(TokenCauses.Expired))
        {
            findings.Add(
                SignInStage.SecurityTokenService,
                TokenCauses.Expired,
                DeveloperChecks.DescribeExpired(facts, "Request.WebIdentityToken", "expired, says STS"));
        }
    }

    // Under the name of its provider, a token is a login, which the flow has exchanged for the token that STS got.
    private static bool IsExchanged(SignInFacts facts, LoginFacts login, TokenClaims token) =>
        token.IsIssuedBy(login.Key) && facts.Options.ErrorCode != StsErrors.InvalidToken;

    private static void AddWrongToken(SignInFacts facts, LoginFacts login, TokenClaims token, FindingList findings)
    {
        if (TokenChecks.JudgeUse(login) is var (cause, finding))
        {
            findings.Add(
                SignInStage.SecurityTokenService, cause, finding with { ErrorCode = StsErrors.InvalidToken, Reason = null });
        }

        findings.Add(
            SignInStage.SecurityTokenService,
            TokenCauses.ToSecurityTokenService,
            login.ClaimPath("iss"),
            $"\"{Shown.Text(token.Issuer ?? "")}\"",
            $"\"https://{facts.ServiceName}\"");
    }
}
