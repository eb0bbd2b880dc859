namespace CognitoIdentity.Testing;

/// <summary>
/// All pools of all accounts and regions. Every operation runs as a whole under <see cref="Lock"/>, one after another, so an
/// operation never sees half of another one. Nothing inside waits or does I/O.
/// </summary>
internal sealed class EmulatorState
{
    private Dictionary<string, PoolState> _pools = new(StringComparer.Ordinal);
    private Dictionary<string, Identity> _identities = new(StringComparer.Ordinal);

    public object Lock { get; } = new();

    public SortedSet<string> PoolIds { get; private set; } = new(StringComparer.Ordinal);

    public IEnumerable<PoolState> Pools => PoolIds.Select(id => _pools[id]);

    public PoolState? FindPool(string poolId) => _pools.GetValueOrDefault(poolId);

    /// <summary>An identity by its id alone, as the anonymous operations name it.</summary>
    public Identity? FindIdentity(string identityId) => _identities.GetValueOrDefault(identityId);

    public void Add(PoolState pool)
    {
        _pools.Add(pool.Id, pool);
        PoolIds.Add(pool.Id);
    }

    public void Remove(PoolState pool)
    {
        foreach (var identityId in pool.IdentityIds)
        {
            _identities.Remove(identityId);
        }

        _pools.Remove(pool.Id);
        PoolIds.Remove(pool.Id);
    }

    public void Add(Identity identity)
    {
        identity.Pool.Add(identity);
        _identities.Add(identity.Id, identity);
    }

    public void Remove(Identity identity)
    {
        identity.Pool.Remove(identity);
        _identities.Remove(identity.Id);
    }

    /// <summary>Takes over all that is in another state, which nobody else may use afterwards.</summary>
    public void ReplaceWith(EmulatorState other)
    {
        _pools = other._pools;
        _identities = other._identities;
        PoolIds = other.PoolIds;
    }
}
