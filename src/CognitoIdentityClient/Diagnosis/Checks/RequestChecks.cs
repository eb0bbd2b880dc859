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

        if (facts.Region is not { } region)
        {
            findings.Add(
                SignInStage.Logins,
                RequestCauses.PoolIdMalformed,
                "Request.IdentityPoolId",
                $"\"{Shown.Key(facts.PoolId)}\"",
                "REGION:UUID");
            return;
        }

        if (facts.Options.ClientRegion is { } clientRegion && !string.Equals(clientRegion, region, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(
                SignInStage.Logins, RequestCauses.WrongRegion, "Client.Region", $"\"{Shown.Text(clientRegion)}\"", $"\"{region}\"");
        }

        if (IdentityPoolRegion.Parse(facts.Options.IdentityId) is { } identityRegion && identityRegion != region)
        {
            findings.Add(
                SignInStage.Logins,
                RequestCauses.IdentityOfOtherRegion,
                "Request.IdentityId",
                $"\"{Shown.Text(identityRegion)}:…\"",
                $"\"{region}:…\"");
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

    /// <summary>The token that STS got in place of an identity pool's.</summary>
    public static void CheckSecurityTokenService(SignInFacts facts, FindingList findings)
    {
        foreach (var login in facts.Logins)
        {
            if (login.Token is not { IsFromIdentityPool: false } token)
            {
                continue;
            }

            if (token.IsForAccess || token.Audiences.Count == 0)
            {
                TokenChecks.CheckUse(login, findings);
            }

            findings.Add(
                SignInStage.Classic,
                TokenCauses.ToSecurityTokenService,
                login.ClaimPath("iss"),
                $"\"{Shown.Text(token.Issuer ?? "")}\"",
                $"\"https://{facts.ServiceName}\"");
        }
    }
}
