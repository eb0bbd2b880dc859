namespace CognitoIdentity;

/// <summary>Chooses the role as GetCredentialsForIdentity does, and keeps what happened on the way.</summary>
/// <remarks>
/// The emulator has its own version of these rules, on purpose: where the two differ, a test shows it. See
/// <see href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Using role-based access
/// control</see>.
/// </remarks>
internal static class RoleSelection
{
    /// <returns>The choice; null where the pool's roles are unknown.</returns>
    public static RoleChoice? Choose(SignInFacts facts, FindingList findings)
    {
        if (facts.Roles is not { } roles)
        {
            return null;
        }

        var choice = Choose(facts, roles, findings);
        if (choice.RoleArn is { } role && RoleArnChecks.Check(role, facts.Region, facts.Options.AccountId) is var (cause, expected))
        {
            findings.Add(SignInStage.Role, cause, "Roles", $"\"{Shown.Text(role)}\"", expected);
        }

        return choice;
    }

    private static RoleChoice Choose(SignInFacts facts, GetIdentityPoolRolesResponse roles, FindingList findings)
    {
        if (facts.IsGuest)
        {
            return Default(roles, RoleType.Unauthenticated, "A guest gets", findings);
        }

        foreach (var login in facts.Logins)
        {
            if (FindMapping(facts.Pool, roles, login) is var (key, mapping))
            {
                return mapping.Type == RoleMappingType.Rules
                    ? FromRules(facts, login, key, mapping, findings)
                    : FromToken(facts, login, key, mapping, findings);
            }
        }

        if (facts.Options.CustomRoleArn is { } custom)
        {
            return NotAllowed(custom, [], "No role mapping is for this login, so no token may name a role.", findings);
        }

        return Default(roles, RoleType.Authenticated, "No role mapping is for this login, and a signed-in user gets", findings);
    }

    // A mapping of a user pool is for one of its app clients ("provider:client"), or for all. A slash at the end of an issuer does not
    // count.
    private static (string Key, RoleMapping Mapping)? FindMapping(IdentityPool? pool, GetIdentityPoolRolesResponse roles, LoginFacts login)
    {
        var audiences = login.Token?.Audiences ?? [];
        // The service takes the first app client of the pool that the token is for.
        var clients = pool is null ? audiences : PoolProviders.Audiences(pool, login.Key).Where(audiences.Contains).Take(1);
        foreach (var client in clients)
        {
            var key = $"{login.Key}:{client}";
            if (roles.RoleMappings.TryGetValue(key, out var ofClient))
            {
                return (key, ofClient);
            }
        }

        foreach (var (key, mapping) in roles.RoleMappings)
        {
            if (ProviderKeys.AreSame(key, login.Key))
            {
                return (key, mapping);
            }
        }

        return null;
    }

    private static RoleChoice FromRules(SignInFacts facts, LoginFacts login, string key, RoleMapping mapping, FindingList findings)
    {
        var rules = RuleMatching.Evaluate(mapping.RulesConfiguration?.Rules ?? [], login.Token);
        var match = rules.FirstOrDefault(rule => rule.IsMatch == true);
        if (facts.Options.CustomRoleArn is { } custom)
        {
            return NotAllowed(custom, [], "Rules choose the role, so CustomRoleArn cannot.", findings) with
            {
                MappingKey = key,
                MappingType = mapping.Type,
                Rules = rules,
            };
        }

        var choice = match is null
            ? Ambiguous(facts, key, mapping, "no rule matches the token", RuleMatching.Summarize(rules, login.Token), findings)
            : new() { RoleArn = match.Rule.RoleARN, Explanation = $"Rule {match.Index} is the first that matches." };
        return choice with
        {
            MappingKey = key,
            MappingType = mapping.Type,
            AmbiguousRoleResolution = mapping.AmbiguousRoleResolution,
            Rules = rules,
        };
    }

    private static RoleChoice FromToken(SignInFacts facts, LoginFacts login, string key, RoleMapping mapping, FindingList findings)
    {
        var roles = login.Token?.Texts("cognito:roles") ?? [];
        var preferred = login.Token?.Text("cognito:preferred_role");
        var choice = facts.Options.CustomRoleArn switch
        {
            { } custom when roles.Contains(custom) => new()
            {
                RoleArn = custom,
                Explanation = "CustomRoleArn is one of the roles in the token's claim cognito:roles.",
            },
            { } custom => NotAllowed(custom, roles, "The token's claim cognito:roles does not have it.", findings),
            null when preferred is not null =>
                new() { RoleArn = preferred, Explanation = "It is the token's claim cognito:preferred_role." },
            null when roles.Count == 1 =>
                new() { RoleArn = roles[0], Explanation = "It is the only role in the token's claim cognito:roles." },
            _ => Ambiguous(
                facts,
                key,
                mapping,
                roles.Count == 0 ? "the token has no roles" : "the token has several roles and prefers none",
                roles.Count == 0
                    ? "no cognito:preferred_role and no cognito:roles: the user is in no group with a role"
                    : $"no cognito:preferred_role, and in cognito:roles {Shown.List(roles)}",
                findings),
        };
        return choice with
        {
            MappingKey = key,
            MappingType = mapping.Type,
            AmbiguousRoleResolution = mapping.AmbiguousRoleResolution,
            TokenRoles = roles,
            PreferredRole = preferred,
        };
    }

    private static RoleChoice Ambiguous(
        SignInFacts facts, string key, RoleMapping mapping, string why, string found, FindingList findings)
    {
        if (mapping.AmbiguousRoleResolution == AmbiguousRoleResolutionType.Deny)
        {
            var isByRules = mapping.Type == RoleMappingType.Rules;
            var finding = RoleCauses.MappingDenied.At(
                $"Roles.RoleMappings[\"{Shown.Text(key)}\"]",
                found,
                isByRules ? "a token that a rule matches" : "a token with one role, or with a preferred one");
            findings.Add(
                SignInStage.Role,
                RoleCauses.MappingDenied,
                isByRules ? finding : finding with
                {
                    Advice = "Give the user a group with a role. Of several roles, send one as CustomRoleArn, or give each group a "
                        + "precedence of its own, so that the token has a preferred role. A token has the groups that the user was in "
                        + "when it was issued.",
                });
            return new() { IsAmbiguous = true, Explanation = $"The choice is ambiguous, because {why}, and the mapping says Deny." };
        }

        return Default(
            facts.Roles!, RoleType.Authenticated, $"The choice is ambiguous, because {why}, and the mapping gives", findings) with
        {
            IsAmbiguous = true,
        };
    }

    private static RoleChoice NotAllowed(string custom, IReadOnlyList<string> roles, string explanation, FindingList findings)
    {
        findings.Add(
            SignInStage.Role,
            RoleCauses.CustomRoleNotAllowed,
            "Request.CustomRoleArn",
            $"\"{Shown.Text(custom)}\"",
            roles.Count == 0 ? "no CustomRoleArn" : $"one of {Shown.List(roles)}");
        return new() { Explanation = $"CustomRoleArn is refused. {explanation}" };
    }

    private static RoleChoice Default(GetIdentityPoolRolesResponse roles, RoleType type, string why, FindingList findings)
    {
        if (roles.Roles.TryGetValue(type, out var role))
        {
            return new() { RoleArn = role, Explanation = $"{why} the pool's role for \"{type}\"." };
        }

        findings.Add(SignInStage.Role, RoleCauses.RoleMissing, $"Roles.Roles[\"{type}\"]", "no role", "the ARN of a role");
        return new() { Explanation = $"{why} the pool's role for \"{type}\", and there is none." };
    }
}
