namespace CognitoIdentity.Testing;

/// <summary>Turns a seed into state. The caller holds the lock.</summary>
internal static class Seeding
{
    private static readonly TextShape Id = (TextShape)RequestContract.Requests["DescribeIdentityPool"].Members[0].Shape;

    /// <exception cref="ArgumentException">An id is malformed or taken, or a login has two owners.</exception>
    public static PoolState Add(EmulatorCore core, EmulatorOptions options, IdentityPoolSeed seed, DateTimeOffset now)
    {
        var id = seed.Id ?? core.Identifiers.NewId(options.Regions[0]);
        var region = RegionOf(id);
        if (!options.Regions.Contains(region))
        {
            throw new ArgumentException($"The emulator does not answer for the region of '{id}'.", nameof(seed));
        }

        if (core.State.FindPool(id) is not null)
        {
            throw new ArgumentException($"There is a pool '{id}' already.", nameof(seed));
        }

        if (seed.AccountId is not null && !EmulatorOptions.IsAccountId(seed.AccountId))
        {
            throw new ArgumentException("AccountId must have twelve digits.", nameof(seed));
        }

        var pool = new PoolState(id, region, seed.AccountId ?? options.AccountId, Settings(seed))
        {
            Tags = new(seed.Tags.ToDictionary(), StringComparer.Ordinal),
            Roles = Roles(seed),
        };
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
        seed.UserPools.Count > 0 ? [.. seed.UserPools.Select(pool => new UserPoolProvider(pool.Key, pool.Value, null))] : null,
        seed.OpenIdConnectProviderArns.Count > 0 ? [.. seed.OpenIdConnectProviderArns] : null,
        SamlProviderArns: null,
        seed.SupportedLoginProviders.Count > 0 ? seed.SupportedLoginProviders.ToDictionary() : null);

    private static Dictionary<string, string>? Roles(IdentityPoolSeed seed)
    {
        var roles = new Dictionary<string, string>();
        if (seed.AuthenticatedRoleArn is not null)
        {
            roles["authenticated"] = seed.AuthenticatedRoleArn;
        }

        if (seed.UnauthenticatedRoleArn is not null)
        {
            roles["unauthenticated"] = seed.UnauthenticatedRoleArn;
        }

        return roles.Count > 0 ? roles : null;
    }

    private static Identity Identity(EmulatorCore core, PoolState pool, IdentitySeed seed, DateTimeOffset now)
    {
        var id = seed.Id ?? core.Identifiers.NewId(pool.Region);
        if (RegionOf(id) != pool.Region)
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

        var identity = new Identity(pool, id, seed.CreationDate ?? now);
        identity.Logins.UnionWith(seed.Logins.Select(login => new Login(login.Key, login.Value)));
        return identity;
    }

    /// <exception cref="ArgumentException">The id is malformed.</exception>
    public static string RegionOf(string id) => Id.Broken(id).Any()
        ? throw new ArgumentException($"'{id}' is not of the form region:uuid.", nameof(id))
        : id.Split(':')[0];

    private static void RequireDistinct<T>(IEnumerable<T> items, string what)
    {
        if (items.GroupBy(item => item).Any(group => group.Count() > 1))
        {
            throw new ArgumentException($"The seed has one {what} twice.", nameof(items));
        }
    }
}
