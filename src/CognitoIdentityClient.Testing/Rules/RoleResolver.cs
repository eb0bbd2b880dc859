namespace CognitoIdentity.Testing;

/// <summary>
/// Chooses the role for GetCredentialsForIdentity
/// (https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html).
/// </summary>
internal static class RoleResolver
{
    /// <exception cref="ServiceError">
    /// InvalidIdentityPoolConfigurationException without a default role; NotAuthorizedException where the mapping denies, or the pool
    /// may not assume the role.
    /// </exception>
    /// <remarks>Adds each step that it takes to <paramref name="steps"/>, if there is such a list.</remarks>
    public static string Resolve(
        PoolState pool, IReadOnlyList<VerifiedLogin> logins, bool isAuthenticated, string? customRole, ICollection<RoleStep>? steps = null)
    {
        return IamArns.RequireRole(pool, Choose(pool, logins, isAuthenticated, customRole, steps));
    }

    private static string Choose(
        PoolState pool, IReadOnlyList<VerifiedLogin> logins, bool isAuthenticated, string? customRole, ICollection<RoleStep>? steps)
    {
        if (!isAuthenticated)
        {
            steps?.Add(new("There is no login, so the user is a guest and gets the unauthenticated role of the pool.", IsDecisive: true));
            return Default(pool, RoleKinds.Unauthenticated);
        }

        var mapped = logins
            .Select(login => (Login: login, Mapping: FindMapping(pool, login)))
            .FirstOrDefault(pair => pair.Mapping is not null);
        if (mapped.Mapping is not { } mapping)
        {
            steps?.Add(
                new("No role mapping fits the provider, so the authenticated role of the pool applies.", IsDecisive: customRole is null));
            return customRole is null ? Default(pool, RoleKinds.Authenticated) : throw NotAllowed(steps);
        }

        steps?.Add(new($"The pool has a role mapping of type {mapping.Type} for {mapped.Login.Provider}."));
        return mapping.Type == PoolRoleMapping.RulesType
            ? FromRules(pool, mapping, mapped.Login, customRole, steps)
            : FromToken(pool, mapping, mapped.Login, customRole, steps);
    }

    // A user pool's mapping is for one app client ("provider:client") or for the whole pool; an issuer's name may end with a slash.
    private static PoolRoleMapping? FindMapping(PoolState pool, VerifiedLogin login) =>
        pool.RoleMappings.GetValueOrDefault($"{login.Provider}:{login.ClientId}")
        ?? pool.RoleMappings.FirstOrDefault(mapping => PoolProviders.IsSame(mapping.Key, login.Provider)).Value;

    private static string FromRules(
        PoolState pool, PoolRoleMapping mapping, VerifiedLogin login, string? customRole, ICollection<RoleStep>? steps)
    {
        if (customRole is not null)
        {
            throw NotAllowed(steps);
        }

        foreach (var rule in mapping.Rules ?? [])
        {
            var matches = Matches(rule, login);
            steps?.Add(new(Describe(rule, login, matches), matches));
            if (matches)
            {
                return rule.RoleArn;
            }
        }

        return Ambiguous(pool, mapping, login, steps);
    }

    /// <summary>
    /// Returns whether a rule matches. The claim must be there for any match type, NotEqual too: "the claim name that must be present in
    /// the token".
    /// </summary>
    private static bool Matches(PoolMappingRule rule, VerifiedLogin login) => login.Claim(rule.Claim) is { } claim && rule.MatchType switch
    {
        PoolMappingRule.EqualsType => claim == rule.Value,
        PoolMappingRule.ContainsType => claim.Contains(rule.Value, StringComparison.Ordinal),
        PoolMappingRule.StartsWithType => claim.StartsWith(rule.Value, StringComparison.Ordinal),
        _ => claim != rule.Value,
    };

    private static string Describe(PoolMappingRule rule, VerifiedLogin login, bool matches)
    {
        var claim = login.Claim(rule.Claim) is { } value ? $"the claim {rule.Claim} is '{value}'" : $"the token has no claim {rule.Claim}";
        return $"Rule {rule.Claim} {rule.MatchType} '{rule.Value}' {(matches ? "matches" : "does not match")}: {claim}.";
    }

    private static string FromToken(
        PoolState pool, PoolRoleMapping mapping, VerifiedLogin login, string? customRole, ICollection<RoleStep>? steps)
    {
        var roles = login.Token?.Texts("cognito:roles") ?? [];
        steps?.Add(new(roles.Count == 0
            ? "The token has no roles in the claim cognito:roles."
            : $"The claim cognito:roles has {string.Join(", ", roles)}."));
        if (customRole is not null)
        {
            if (!roles.Contains(customRole))
            {
                throw NotAllowed(steps);
            }

            steps?.Add(new("CustomRoleArn is one of the token's roles.", IsDecisive: true));
            return customRole;
        }

        if (login.Token?.Text("cognito:preferred_role") is { } preferred)
        {
            steps?.Add(new("The claim cognito:preferred_role names the role.", IsDecisive: true));
            return preferred;
        }

        if (roles.Count == 1)
        {
            steps?.Add(new("The token has exactly one role.", IsDecisive: true));
            return roles[0];
        }

        return Ambiguous(pool, mapping, login, steps);
    }

    private static string Ambiguous(PoolState pool, PoolRoleMapping mapping, VerifiedLogin login, ICollection<RoleStep>? steps)
    {
        steps?.Add(new($"Nothing chose a role, and AmbiguousRoleResolution is {mapping.AmbiguousRoleResolution}.", IsDecisive: true));
        return mapping.AmbiguousRoleResolution == PoolRoleMapping.Deny
            // https://github.com/aws-amplify/amplify-js/issues/8644
            ? throw ServiceError.NotAuthorized($"The ambiguous role mapping rules for: {login.Provider} denied this request.")
            : Default(pool, RoleKinds.Authenticated);
    }

    private static string Default(PoolState pool, string kind) =>
        pool.Roles?.GetValueOrDefault(kind) ?? throw ServiceError.RolesNotConfigured();

    private static ServiceError NotAllowed(ICollection<RoleStep>? steps)
    {
        steps?.Add(
            new("CustomRoleArn is only allowed for a role that the token carries, with a role mapping of type Token.", IsDecisive: true));
        return ServiceError.NotAuthorized("CustomRoleArn is not a role that the token allows.");
    }
}
