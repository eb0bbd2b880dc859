namespace CognitoIdentity.Testing;

/// <summary>
/// The trust policies of roles, as far as the emulator knows them. A role that a pool names is taken to trust that pool alone, in the way
/// in which the console writes it: <c>aud</c> is the pool, <c>amr</c> contains the kind of identity. Of any other role nothing is known,
/// and it is taken to trust every pool.
/// </summary>
internal static class RoleTrust
{
    /// <param name="state">The state, locked by the caller.</param>
    /// <param name="role">The ARN of the role.</param>
    /// <param name="pools">The audiences of the token.</param>
    /// <param name="kind">The kind of identity: "authenticated" or "unauthenticated".</param>
    public static bool Allows(EmulatorState state, string role, IReadOnlyList<string> pools, string kind)
    {
        var uses = state.Pools
            .SelectMany(pool => Roles(pool).Where(use => use.Role == role).Select(use => (Pool: pool.Id, use.Kind)))
            .ToList();
        return uses.Count == 0 || uses.Any(use => pools.Contains(use.Pool) && use.Kind == kind);
    }

    // Rules give roles to signed-in users alone.
    private static IEnumerable<(string Kind, string Role)> Roles(PoolState pool) =>
        (pool.Roles ?? new Dictionary<string, string>()).Select(entry => (entry.Key, entry.Value))
        .Concat(pool.RoleMappings.Values.SelectMany(mapping => mapping.Rules ?? []).Select(rule => ("authenticated", rule.RoleArn)));
}
