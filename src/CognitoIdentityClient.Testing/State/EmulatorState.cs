namespace CognitoIdentity.Testing;

/// <summary>
/// All pools of all accounts and regions. Every operation changes it as a whole under <see cref="Lock"/>, one after another, so
/// an operation never sees half of another one. Nothing inside waits, does I/O or signs.
/// </summary>
internal sealed class EmulatorState
{
    private StateIndex _index = new();

    public object Lock { get; } = new();

    public SortedSet<string> PoolIds => _index.PoolIds;

    public IEnumerable<PoolState> Pools => PoolIds.Select(id => _index.Pools[id]);

    /// <summary>Records changes to identities; null when they are not recorded.</summary>
    public IdentityJournal? Journal
    {
        get => _index.Journal;
        init => _index.Journal = value;
    }

    /// <summary>A number that grows with every change.</summary>
    public long Version => _index.Version;

    public PoolState? FindPool(string poolId) => _index.Pools.GetValueOrDefault(poolId);

    /// <summary>Finds an identity by its id alone, as the anonymous operations name it.</summary>
    public Identity? FindIdentity(string identityId) => _index.Identities.GetValueOrDefault(identityId);

    public void Add(PoolState pool)
    {
        _index.Pools.Add(pool.Id, pool);
        _index.PoolIds.Add(pool.Id);
        pool.Join(_index);
    }

    public void Remove(PoolState pool)
    {
        foreach (var identityId in pool.IdentityIds)
        {
            _index.Identities.Remove(identityId);
        }

        _index.Pools.Remove(pool.Id);
        _index.PoolIds.Remove(pool.Id);
        _index.Version++;
    }

    public void Add(Identity identity)
    {
        _index.Identities.Add(identity.Id, identity);
        identity.Pool.Add(identity);
    }

    public void Remove(Identity identity)
    {
        identity.Pool.Remove(identity);
        _index.Identities.Remove(identity.Id);
    }

    /// <summary>Takes over everything in another state, which must not be used afterwards.</summary>
    public void ReplaceWith(EmulatorState other)
    {
        other._index.Version = _index.Version + 1;
        other._index.Journal = _index.Journal;
        _index = other._index;
    }
}

/// <summary>The data that the pools of one state share: the identities by their ids, and the number of changes.</summary>
internal sealed class StateIndex
{
    public Dictionary<string, PoolState> Pools { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> PoolIds { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Identity> Identities { get; } = new(StringComparer.Ordinal);

    public long Version { get; set; }

    public IdentityJournal? Journal { get; set; }
}
