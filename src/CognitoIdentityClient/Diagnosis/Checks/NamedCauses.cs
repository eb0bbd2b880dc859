namespace CognitoIdentity;

/// <summary>Adds what the text of the error names: a member of the request, a role, a provider.</summary>
internal static class NamedCauses
{
    public static void Check(SignInFacts facts, FindingList findings)
    {
        var message = facts.Options.ErrorMessage;
        if (ErrorTexts.FindMember(message) is { } member && !findings.Has(RequestCauses.PoolIdMalformed))
        {
            findings.Add(SignInStage.None, RequestCauses.MemberInvalid, $"Request.{Shown.Text(member)}");
        }

        if (ErrorTexts.FindProvider(message) is var (provider, account))
        {
            findings.Add(
                SignInStage.None,
                OutsideCauses.IamProviderAccount,
                "IdentityPool",
                $"\"{Shown.Text(provider)}\"",
                $"a provider that exists in the account {account}");
        }

        if (ErrorTexts.FindRole(message) is { } role && facts.Roles is { } roles)
        {
            CheckRole(facts, roles, role, findings);
        }
    }

    private static void CheckRole(SignInFacts facts, GetIdentityPoolRolesResponse roles, string role, FindingList findings)
    {
        var ofPool = RoleArnChecks.ListRoles(roles).ToList();
        var others = ofPool
            .Concat(facts.Pool?.OpenIdConnectProviderARNs ?? [])
            .Concat(facts.Pool?.SamlProviderARNs ?? [])
            .Select(RoleArnChecks.GetAccount)
            .Where(account => account is not null && account != RoleArnChecks.GetAccount(role))
            .Distinct()
            .ToList();

        // The account of the pool is unknown, and all else that it uses is in one.
        if (facts.Options.AccountId is null && RoleArnChecks.GetAccount(role) is not null && others is [{ } other])
        {
            findings.Add(
                SignInStage.None, RoleCauses.RoleOtherAccount, "Roles", $"\"{Shown.Text(role)}\"", $"arn:…:iam::{other}:role/…");
        }

        // A role that neither the configuration nor a token has came with the request.
        if (!facts.IsConfiguration
            && facts.Options.CustomRoleArn is null
            && !ofPool.Contains(role)
            && !facts.Logins.Any(login => login.Token?.Texts("cognito:roles").Contains(role) == true))
        {
            findings.Add(
                SignInStage.None,
                RoleCauses.CustomRoleNotAllowed,
                "Request.CustomRoleArn",
                $"\"{Shown.Text(role)}\"",
                "a role of the token's claim cognito:roles");
        }
    }
}
