namespace CognitoIdentity;

/// <summary>Checks the identity providers that a pool lists.</summary>
internal static class ProviderChecks
{
    public static void Check(IdentityPool pool, string? region, FindingList findings)
    {
        for (var index = 0; index < pool.CognitoIdentityProviders.Count; index++)
        {
            if (string.IsNullOrEmpty(pool.CognitoIdentityProviders[index].ClientId))
            {
                findings.Add(
                    SignInStage.None,
                    PoolCauses.NoAudience,
                    $"IdentityPool.CognitoIdentityProviders[{index}].ClientId",
                    "no app client",
                    "the id of an app client");
            }
        }

        foreach (var (name, app) in pool.SupportedLoginProviders)
        {
            CheckSocial(name, app, findings);
        }

        CheckArns(pool.OpenIdConnectProviderARNs, "oidc-provider/", "IdentityPool.OpenIdConnectProviderARNs", region, findings);
        CheckArns(pool.SamlProviderARNs, "saml-provider/", "IdentityPool.SamlProviderARNs", region, findings);
        foreach (var userPool in pool.CognitoIdentityProviders.GroupBy(provider => provider.ProviderName).Where(group => group.Count() > 1))
        {
            findings.Add(
                SignInStage.None,
                PoolCauses.SeveralApps,
                "IdentityPool.CognitoIdentityProviders",
                $"\"{Shown.Text(userPool.Key ?? "")}\" with {Shown.List(userPool.Select(provider => provider.ClientId ?? ""))}");
        }
    }

    private static void CheckSocial(string name, string app, FindingList findings)
    {
        var path = $"IdentityPool.SupportedLoginProviders[\"{Shown.Text(name)}\"]";
        if (!ProviderKeys.IsSocial(name))
        {
            findings.Add(SignInStage.None, PoolCauses.SocialName, path, $"\"{Shown.Text(name)}\"", ProviderKeys.GuessSocial(name));
        }

        if (string.IsNullOrWhiteSpace(app))
        {
            findings.Add(SignInStage.None, PoolCauses.NoAudience, path, "no app id", "the id that the app has with the provider");
        }
    }

    private static void CheckArns(IReadOnlyList<string> arns, string type, string path, string? region, FindingList findings)
    {
        for (var index = 0; index < arns.Count; index++)
        {
            var isArn = arns[index].Split(':', 6) is ["arn", var partition, "iam", "", _, var resource]
                && resource.StartsWith(type, StringComparison.Ordinal)
                && (region is null || partition == Partition.ForRegion(region).Name);
            if (!isArn)
            {
                findings.Add(
                    SignInStage.None,
                    PoolCauses.ProviderArn,
                    $"{path}[{index}]",
                    $"\"{Shown.Text(arns[index])}\"",
                    $"arn:…:iam::…:{type}…");
            }
        }
    }
}
