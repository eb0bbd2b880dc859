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

    /// <summary>Checks a social provider that the pool lists: its name, and the app's id.</summary>
    public static void CheckSocial(string name, string app, FindingList findings)
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
        else if (GetFormOfAppId(name, app) is { } form)
        {
            findings.Add(SignInStage.None, PoolCauses.SocialAppId, path, $"\"{Shown.Text(app.Split(';')[0])}\"", form);
        }
    }

    /// <summary>Returns the form that an app id should have; null where it has it, or where the form is not known.</summary>
    private static string? GetFormOfAppId(string provider, string app) => provider switch
    {
        ProviderNames.Amazon when app.StartsWith("amzn1.application-oa2-client.", StringComparison.Ordinal) => "amzn1.application.…",
        ProviderNames.Facebook when !app.All(char.IsAsciiDigit) => "digits",
        ProviderNames.Twitter when !app.Contains(';', StringComparison.Ordinal) => "KEY;SECRET",
        _ => null,
    };

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
