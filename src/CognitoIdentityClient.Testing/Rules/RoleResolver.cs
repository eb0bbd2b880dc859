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
    public static string Resolve(PoolState pool, IReadOnlyList<VerifiedLogin> logins, bool isAuthenticated, string? customRole)
    {
        return IamArns.RequireRole(pool, Choose(pool, logins, isAuthenticated, customRole));
    }

    private static string Choose(PoolState pool, IReadOnlyList<VerifiedLogin> logins, bool isAuthenticated, string? customRole)
    {
        if (!isAuthenticated)
        {
            return Default(pool, "unauthenticated");
        }

        var mapped = logins
            .Select(login => (Login: login, Mapping: FindMapping(pool, login)))
            .FirstOrDefault(pair => pair.Mapping is not null);
        return mapped.Mapping switch
        {
            null when customRole is not null => throw NotAllowed(),
            null => Default(pool, "authenticated"),
            { Type: "Rules" } rules => FromRules(pool, rules, mapped.Login, customRole),
            var token => FromToken(pool, token, mapped.Login, customRole),
        };
    }

    // A user pool's mapping is for one app client ("provider:client") or for the whole pool; an issuer's name may end with a slash.
    private static RoleMapping? FindMapping(PoolState pool, VerifiedLogin login) =>
        pool.RoleMappings.GetValueOrDefault($"{login.Provider}:{login.ClientId}")
        ?? pool.RoleMappings.FirstOrDefault(mapping => PoolProviders.IsSame(mapping.Key, login.Provider)).Value;

    private static string FromRules(PoolState pool, RoleMapping mapping, VerifiedLogin login, string? customRole)
    {
        if (customRole is not null)
        {
            throw NotAllowed();
        }

        var rule = mapping.Rules?.FirstOrDefault(candidate => Matches(candidate, login));
        return rule?.RoleArn ?? Ambiguous(pool, mapping, login);
    }

    /// <summary>The claim must be there for any match type, NotEqual too: "the claim name that must be present in the token".</summary>
    private static bool Matches(MappingRule rule, VerifiedLogin login) => login.Claim(rule.Claim) is { } claim && rule.MatchType switch
    {
        "Equals" => claim == rule.Value,
        "Contains" => claim.Contains(rule.Value, StringComparison.Ordinal),
        "StartsWith" => claim.StartsWith(rule.Value, StringComparison.Ordinal),
        _ => claim != rule.Value,
    };

    private static string FromToken(PoolState pool, RoleMapping mapping, VerifiedLogin login, string? customRole)
    {
        var roles = login.Token?.Texts("cognito:roles") ?? [];
        if (customRole is not null)
        {
            return roles.Contains(customRole) ? customRole : throw NotAllowed();
        }

        return login.Token?.Text("cognito:preferred_role") ?? (roles.Count == 1 ? roles[0] : Ambiguous(pool, mapping, login));
    }

    private static string Ambiguous(PoolState pool, RoleMapping mapping, VerifiedLogin login) => mapping.AmbiguousRoleResolution == "Deny"
        // https://github.com/aws-amplify/amplify-js/issues/8644
        ? throw ServiceError.NotAuthorized($"The ambiguous role mapping rules for: {login.Provider} denied this request.")
        : Default(pool, "authenticated");

    private static string Default(PoolState pool, string kind) =>
        pool.Roles?.GetValueOrDefault(kind) ?? throw ServiceError.RolesNotConfigured();

    private static ServiceError NotAllowed() => ServiceError.NotAuthorized("CustomRoleArn is not a role that the token allows.");
}
