namespace CognitoIdentity;

/// <summary>Checks the role mappings of a pool: whether they apply, and whether each of their rules can decide.</summary>
internal static class MappingChecks
{
    public static void Check(IdentityPool pool, GetIdentityPoolRolesResponse roles, FindingList findings)
    {
        foreach (var (key, mapping) in roles.RoleMappings)
        {
            var path = $"Roles.RoleMappings[\"{Shown.Text(key)}\"]";
            CheckKey(pool, key, findings);
            if (mapping.Type == RoleMappingType.Token)
            {
                if (!ProviderKeys.MeansUserPool(key))
                {
                    findings.Add(SignInStage.None, PoolCauses.MappingNeverHasRoles, $"{path}.Type", "Token", "Rules");
                }

                continue;
            }

            var rules = mapping.RulesConfiguration?.Rules ?? [];
            if (rules.Count == 0)
            {
                findings.Add(SignInStage.None, PoolCauses.MappingWithoutRules, $"{path}.RulesConfiguration.Rules", "no rules");
            }

            for (var index = 0; index < rules.Count; index++)
            {
                CheckRule(pool, key, rules, index, $"{path}.RulesConfiguration.Rules[{index}]", findings);
            }
        }
    }

    /// <summary>Checks that the key of a role mapping is a provider that the pool lists, or one of its app clients.</summary>
    public static void CheckKey(IdentityPool pool, string key, FindingList findings)
    {
        if (PoolProviders.GetKind(pool, key) is not null
            || pool.CognitoIdentityProviders.Any(provider => $"{provider.ProviderName}:{provider.ClientId}" == key))
        {
            return;
        }

        var isOfListedUserPool = pool.CognitoIdentityProviders.Any(
            provider => key.StartsWith($"{provider.ProviderName}:", StringComparison.Ordinal));
        findings.Add(
            SignInStage.None,
            isOfListedUserPool ? PoolCauses.MappingClient : PoolCauses.MappingProvider,
            $"Roles.RoleMappings[\"{Shown.Text(key)}\"]",
            $"\"{Shown.Text(key)}\"",
            $"one of {Shown.List(PoolProviders.Names(pool))}");
    }

    private static void CheckRule(
        IdentityPool pool, string key, IReadOnlyList<MappingRule> rules, int index, string path, FindingList findings)
    {
        var rule = rules[index];
        if (GetValues(pool, key, rule.Claim) is { } possible && !possible.Any(value => RuleMatching.IsMatch(rule, value)))
        {
            findings.Add(
                SignInStage.None,
                PoolCauses.RuleNeverMatches,
                path,
                Describe(rule),
                $"a {Shown.Text(rule.Claim)} of {Shown.List(possible)}");
            return;
        }

        if (TakesListForText(key, rule))
        {
            findings.Add(
                SignInStage.None, PoolCauses.RuleNeverMatches, path, Describe(rule), "Contains: the claim is a list, compared as JSON");
            return;
        }

        for (var earlier = 0; earlier < index; earlier++)
        {
            if (RuleCoverage.Covers(rules[earlier], rule) || CoversWithEarlier(rules, earlier, rule))
            {
                findings.Add(
                    SignInStage.None,
                    PoolCauses.RuleUnreachable,
                    path,
                    Describe(rule),
                    $"no rule before it like rule {earlier}: {Describe(rules[earlier])}");
                return;
            }
        }
    }

    // In tokens of user pools, these claims are lists even with one item.
    private static bool TakesListForText(string key, MappingRule rule) =>
        ProviderKeys.MeansUserPool(key)
        && rule.Claim is ("cognito:groups" or "cognito:roles")
        && (rule.MatchType == MappingRuleMatchType.Equal || rule.MatchType == MappingRuleMatchType.StartsWith)
        && !rule.Value.StartsWith('[');

    // "is A" and "is not A" together leave nothing of a claim.
    private static bool CoversWithEarlier(IReadOnlyList<MappingRule> rules, int second, MappingRule rule)
    {
        for (var first = 0; first < second; first++)
        {
            if (rules[first].Claim == rule.Claim && RuleCoverage.LeaveNothing(rules[first], rules[second]))
            {
                return true;
            }
        }

        return false;
    }

    // The claims whose values the pool's own configuration fixes; null for others, which can have any value.
    private static IReadOnlyList<string>? GetValues(IdentityPool pool, string key, string claim)
    {
        var provider = pool.CognitoIdentityProviders
            .FirstOrDefault(known => known.ProviderName == key || $"{known.ProviderName}:{known.ClientId}" == key)?.ProviderName;
        return (claim, provider) switch
        {
            ("iss", not null) => [$"https://{provider}"],
            ("token_use", not null) => ["id"],
            ("aud", not null) => key == provider ? PoolProviders.Audiences(pool, provider) : [key[(provider.Length + 1)..]],
            _ => null,
        };
    }

    private static string Describe(MappingRule rule) => $"{Shown.Text(rule.Claim)} {rule.MatchType} \"{Shown.Text(rule.Value)}\"";
}
