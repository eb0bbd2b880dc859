namespace CognitoIdentity.Testing;

/// <summary>
/// The state at one moment, taken under the lock in a few milliseconds even with a million identities: it refers to what never
/// changes, and is written without the lock.
/// </summary>
internal sealed record SnapshotContent(IReadOnlyList<SnapshotPool> Pools, string? SigningKey)
{
    /// <summary>Takes the content. The caller holds the lock.</summary>
    public static SnapshotContent Take(EmulatorState state, OpenIdTokenIssuer tokens) =>
        new([.. state.Pools.Select(SnapshotPool.Take)], tokens.KeyInUse?.Export());
}

internal sealed record SnapshotPool(
    PoolState Pool,
    PoolSettings Settings,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyDictionary<string, string>? Roles,
    IReadOnlyDictionary<string, PoolRoleMapping> RoleMappings,
    IReadOnlyDictionary<string, PrincipalTagMap> PrincipalTagMaps,
    (Identity Identity, IdentityChanges? Changes)[] Identities)
{
    public static SnapshotPool Take(PoolState pool)
    {
        var identities = new (Identity, IdentityChanges?)[pool.IdentityIds.Count];
        var count = 0;
        foreach (var id in pool.IdentityIds)
        {
            var identity = pool.Find(id)!;
            identities[count++] = (identity, identity.Changes);
        }

        return new(pool, pool.Settings, pool.Tags, pool.Roles, pool.RoleMappings, pool.PrincipalTagMaps, identities);
    }
}
