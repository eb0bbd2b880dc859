namespace CognitoIdentity.Testing;

/// <summary>Turns a seed into state. The caller holds the lock.</summary>
internal static class Seeding
{
    private static readonly TextShape Id = (TextShape)RequestContract.Requests["DescribeIdentityPool"].Members[0].Shape;

    /// <summary>Adds all pools or, where one of them cannot be added, none.</summary>
    /// <exception cref="ArgumentException">An id is malformed or taken, or a login has two owners.</exception>
    public static IReadOnlyList<string> AddAll(
        EmulatorCore core, EmulatorOptions options, IReadOnlyList<IdentityPoolSeed> seeds, DateTimeOffset now)
    {
        var added = new List<PoolState>();
        try
        {
            foreach (var seed in seeds)
            {
                added.Add(Add(core, options, seed, now));
            }

            return [.. added.Select(pool => pool.Id)];
        }
        catch
        {
            added.ForEach(core.State.Remove);
            throw;
        }
    }

    /// <exception cref="ArgumentException">An id is malformed or taken, or a login has two owners.</exception>
    public static PoolState Add(EmulatorCore core, EmulatorOptions options, IdentityPoolSeed seed, DateTimeOffset now)
    {
        var id = seed.Id ?? core.Identifiers.NewId(options.Regions[0]);
        var region = GetRegion(id);
        if (!options.Regions.Contains(region))
        {
            throw new ArgumentException($"The emulator does not serve the region of '{id}'.", nameof(seed));
        }

        if (core.State.FindPool(id) is not null)
        {
            throw new ArgumentException($"There is a pool '{id}' already.", nameof(seed));
        }

        if (seed.AccountId is not null && !EmulatorOptions.IsAccountId(seed.AccountId))
        {
            throw new ArgumentException("AccountId must have twelve digits.", nameof(seed));
        }

        var pool = new PoolState(id, region, seed.AccountId ?? options.AccountId, Settings(seed));
        pool.Tag(seed.Tags);
        pool.SetRoles(Roles(pool, seed), seed.RoleMappings.ToDictionary(entry => entry.Key, entry => Mapping(entry.Value)));
        foreach (var (provider, tags) in seed.PrincipalTags)
        {
            pool.SetPrincipalTags(provider, new(UseDefaults: false, tags.ToDictionary()));
        }

        var identities = seed.Identities.Select(identity => Identity(core, pool, identity, now)).ToList();
        RequireDistinct(identities.Select(identity => identity.Id), "identity");
        RequireDistinct(identities.SelectMany(identity => identity.Logins), "login");
        core.State.Add(pool);
        identities.ForEach(core.State.Add);
        return pool;
    }

    private static PoolSettings Settings(IdentityPoolSeed seed) => new(
        seed.Name,
        seed.AllowUnauthenticatedIdentities,
        seed.AllowClassicFlow,
        seed.DeveloperProviderName,
        UserPools(seed) is { Count: > 0 } userPools ? userPools : null,
        seed.OpenIdConnectProviderArns.Count > 0 ? [.. seed.OpenIdConnectProviderArns] : null,
        seed.SamlProviderArns.Count > 0 ? [.. seed.SamlProviderArns] : null,
        seed.SupportedLoginProviders.Count > 0 ? seed.SupportedLoginProviders.ToDictionary() : null);

    private static List<UserPoolProvider> UserPools(IdentityPoolSeed seed) =>
    [
        .. seed.UserPools.Select(pool => new UserPoolProvider(pool.Key, pool.Value)),
        .. seed.CognitoIdentityProviders.Select(
            pool => new UserPoolProvider(pool.ProviderName, pool.ClientId, pool.ServerSideTokenCheck ?? false)),
    ];

    private static PoolRoleMapping Mapping(RoleMapping mapping) => new(
        mapping.Type.ToString(),
        (mapping.AmbiguousRoleResolution ?? AmbiguousRoleResolutionType.AuthenticatedRole).ToString(),
        mapping.RulesConfiguration?.Rules.Select(
            rule => new PoolMappingRule(rule.Claim, rule.MatchType.ToString(), rule.RoleARN, rule.Value)).ToList());

    // The invented default roles are of the pool's own account, of which alone it may assume roles.
    private static string Invented(PoolState pool, string role) =>
        role is IdentityPoolSeed.DefaultAuthenticatedRole or IdentityPoolSeed.DefaultUnauthenticatedRole
            ? $"{new RoleArn(Partition.Name(pool.Region), pool.AccountId, RoleArn.TryParse(role)!.Name)}"
            : role;

    private static Dictionary<string, string>? Roles(PoolState pool, IdentityPoolSeed seed)
    {
        var roles = new Dictionary<string, string>();
        if (seed.AuthenticatedRoleArn is not null)
        {
            roles[RoleKinds.Authenticated] = Invented(pool, seed.AuthenticatedRoleArn);
        }

        if (seed.UnauthenticatedRoleArn is not null)
        {
            roles[RoleKinds.Unauthenticated] = Invented(pool, seed.UnauthenticatedRoleArn);
        }

        return roles.Count > 0 ? roles : null;
    }

    private static Identity Identity(EmulatorCore core, PoolState pool, IdentitySeed seed, DateTimeOffset now)
    {
        var id = seed.Id ?? core.Identifiers.NewId(pool.Region);
        if (GetRegion(id) != pool.Region)
        {
            throw new ArgumentException($"'{id}' is not in the pool's region.", nameof(seed));
        }

        if (core.State.FindIdentity(id) is not null)
        {
            throw new ArgumentException($"There is an identity '{id}' already.", nameof(seed));
        }

        if (seed.Logins.Values.Contains(null))
        {
            throw new ArgumentException("A login must have a user.", nameof(seed));
        }

        return new(pool, id, seed.CreationDate ?? now, [.. seed.Logins.Select(login => new Login(login.Key, login.Value))]);
    }

    /// <summary>Returns whether the text has the form of an id.</summary>
    public static bool IsId(string text) => Id.Allows(text);

    /// <exception cref="ArgumentException">The id is malformed.</exception>
    public static string GetRegion(string id) => Id.Allows(id)
        ? id.Split(':')[0]
        : throw new ArgumentException($"'{id}' is not of the form region:uuid.", nameof(id));

    private static void RequireDistinct<T>(IEnumerable<T> items, string what)
    {
        if (items.GroupBy(item => item).Any(group => group.Count() > 1))
        {
            throw new ArgumentException($"The seed has one {what} twice.", nameof(items));
        }
    }
}
