namespace CognitoIdentity;

/// <summary>Checks the configuration of an identity pool without a user.</summary>
internal static class PoolChecks
{
    public static FindingList Check(IdentityPool? pool, GetIdentityPoolRolesResponse? roles, string poolId, string? accountId)
    {
        var findings = new FindingList();
        var region = IdentityPoolRegion.Parse(poolId);
        if (pool is not null)
        {
            CheckAccess(pool, findings);
            AddProviderNames(pool, region, findings);
            ProviderChecks.Check(pool, region, findings);
        }

        if (roles is not null)
        {
            CheckRoles(roles, region, accountId, findings);
            CheckAccounts(pool, roles, accountId, findings);
        }

        if (pool is not null && roles is not null)
        {
            CheckRolesOfKinds(pool, roles, findings);
            CheckFlows(pool, roles, findings);
            MappingChecks.Check(pool, roles, findings);
        }

        return findings;
    }

    /// <summary>Adds names of user pools that no token can have.</summary>
    public static void AddProviderNames(IdentityPool? pool, string? region, FindingList findings)
    {
        for (var index = 0; index < pool?.CognitoIdentityProviders.Count; index++)
        {
            var name = pool.CognitoIdentityProviders[index].ProviderName ?? "";
            if (!ProviderKeys.IsUserPool(name))
            {
                var expected = UserPoolName.Parse(name) is { } parsed && UserPoolName.IsUserPoolId(parsed.UserPoolId)
                    ? parsed.Corrected
                    : $"cognito-idp.REGION.{Partition.ForRegion(region ?? "").DnsSuffix}/USER_POOL_ID";
                findings.Add(
                    SignInStage.None,
                    PoolCauses.UserPoolName,
                    $"IdentityPool.CognitoIdentityProviders[{index}].ProviderName",
                    $"\"{Shown.Text(name)}\"",
                    $"\"{expected}\"");
            }
        }
    }

    private static void CheckAccess(IdentityPool pool, FindingList findings)
    {
        if (pool.AllowUnauthenticatedIdentities != true && !PoolProviders.HasAny(pool) && pool.DeveloperProviderName is null)
        {
            findings.Add(SignInStage.None, PoolCauses.Unusable, "IdentityPool");
        }
    }

    private static void CheckRoles(GetIdentityPoolRolesResponse roles, string? region, string? accountId, FindingList findings)
    {
        var all = roles.Roles.Select(role => (Path: $"Roles.Roles[\"{Shown.Text(role.Key.Value)}\"]", Arn: role.Value))
            .Concat(roles.RoleMappings.SelectMany(mapping => (mapping.Value.RulesConfiguration?.Rules ?? []).Select((rule, index) => (
                Path: $"Roles.RoleMappings[\"{Shown.Text(mapping.Key)}\"].RulesConfiguration.Rules[{index}].RoleARN", Arn: rule.RoleARN))));
        foreach (var (path, arn) in all)
        {
            if (RoleArnChecks.Check(arn, region, accountId) is var (cause, expected))
            {
                findings.Add(SignInStage.None, cause, path, $"\"{Shown.Text(arn)}\"", expected);
            }
        }
    }

    /// <summary>Checks that all ARNs agree about the account, where that of the pool is not known.</summary>
    public static void CheckAccounts(IdentityPool? pool, GetIdentityPoolRolesResponse roles, string? accountId, FindingList findings)
    {
        var accounts = RoleArnChecks.ListRoles(roles)
            .Concat(pool?.OpenIdConnectProviderARNs ?? [])
            .Concat(pool?.SamlProviderARNs ?? [])
            .Select(RoleArnChecks.GetAccount)
            .OfType<string>()
            .Distinct()
            .ToList();
        if (accountId is null && accounts.Count > 1)
        {
            findings.Add(SignInStage.None, PoolCauses.AccountsDiffer, "Roles", Shown.List(accounts), "one account");
        }
    }

    private static void CheckRolesOfKinds(IdentityPool pool, GetIdentityPoolRolesResponse roles, FindingList findings)
    {
        var guest = roles.Roles.GetValueOrDefault(RoleType.Unauthenticated);
        var user = roles.Roles.GetValueOrDefault(RoleType.Authenticated);
        var allowsGuests = pool.AllowUnauthenticatedIdentities == true;
        if (allowsGuests && guest is null)
        {
            findings.Add(
                SignInStage.None, PoolCauses.GuestsWithoutRole, "Roles.Roles[\"unauthenticated\"]", "no role", "the ARN of a role");
        }

        if (!allowsGuests && guest is not null)
        {
            findings.Add(SignInStage.None, PoolCauses.GuestRoleUnused, "Roles.Roles[\"unauthenticated\"]", $"\"{Shown.Text(guest)}\"");
        }

        if (user is null && (PoolProviders.HasAny(pool) || pool.DeveloperProviderName is not null))
        {
            findings.Add(SignInStage.None, PoolCauses.UsersWithoutRole, "Roles.Roles[\"authenticated\"]", "no role", "the ARN of a role");
        }

        if (allowsGuests && guest is not null && guest == user)
        {
            findings.Add(SignInStage.None, PoolCauses.SameRole, "Roles.Roles", $"\"{Shown.Text(guest)}\" for both");
        }
    }

    private static void CheckFlows(IdentityPool pool, GetIdentityPoolRolesResponse roles, FindingList findings)
    {
        var hasMappings = roles.RoleMappings.Count > 0;
        if (pool.AllowClassicFlow != false)
        {
            var cause = hasMappings ? PoolCauses.ClassicUseless
                : pool.AllowClassicFlow == true ? PoolCauses.ClassicOpen
                : PoolCauses.ClassicUnset;
            findings.Add(
                SignInStage.None, cause, "IdentityPool.AllowClassicFlow", pool.AllowClassicFlow == true ? "true" : "not set", "false");
        }

        if (hasMappings && pool.AllowUnauthenticatedIdentities == true)
        {
            findings.Add(SignInStage.None, PoolCauses.GuestsBesideMappings, "IdentityPool.AllowUnauthenticatedIdentities", "true", "false");
        }
    }
}
