namespace CognitoIdentity;

/// <summary>
/// Adds those mistakes in the pool's configuration that matter for a sign-in, or, where a change of the configuration failed, all.
/// </summary>
internal static class ConfigurationChecks
{
    public static void Check(SignInFacts facts, FindingList findings)
    {
        if (facts.IsConfiguration)
        {
            var all = PoolChecks.Check(facts.Pool, facts.Roles, facts.PoolId, facts.Options.AccountId);
            findings.AddFrom(all, cause => facts.Reason == default || cause.Explains(facts.Reason));
            return;
        }

        PoolChecks.AddProviderNames(facts.Pool, facts.Region, findings);
        if (facts.Roles is { } roles)
        {
            PoolChecks.CheckAccounts(facts.Pool, roles, facts.Options.AccountId, findings);
        }

        if (facts.Pool is { } pool)
        {
            CheckProviders(facts, pool, findings);
        }
    }

    // The providers of other users do not matter.
    private static void CheckProviders(SignInFacts facts, IdentityPool pool, FindingList findings)
    {
        foreach (var login in facts.Logins)
        {
            if (pool.SupportedLoginProviders.TryGetValue(login.Key, out var app))
            {
                ProviderChecks.CheckSocial(login.Key, app, findings);
            }

            foreach (
                var key in facts.Roles?.RoleMappings.Keys.Where(key => key.StartsWith($"{login.Key}:", StringComparison.Ordinal)) ?? [])
            {
                MappingChecks.CheckKey(pool, key, findings);
            }
        }
    }
}
