namespace CognitoIdentity.Testing;

/// <summary>
/// An identity of a pool. A million of them fit into memory, so whatever an untouched guest does not need is in
/// <see cref="Changes"/>, which is replaced and never changed: a snapshot reads it while the identity moves on.
/// </summary>
internal sealed class Identity
{
    private readonly long _created;

    public Identity(PoolState pool, string id, DateTimeOffset creationDate, IReadOnlyCollection<Login>? logins = null)
    {
        Pool = pool;
        Id = id;
        _created = creationDate.UtcTicks;
        Changes = logins is { Count: > 0 } ? new(_created, IsDisabled: false, Sort(logins)) : null;
    }

    public Identity(PoolState pool, string id, DateTimeOffset creationDate, DateTimeOffset lastModifiedDate, bool isDisabled,
        IReadOnlyCollection<Login> logins)
    {
        Pool = pool;
        Id = id;
        _created = creationDate.UtcTicks;
        Changes = logins.Count > 0 || isDisabled || lastModifiedDate != creationDate
            ? new(lastModifiedDate.UtcTicks, isDisabled, Sort(logins))
            : null;
    }

    public PoolState Pool { get; }

    public string Id { get; }

    /// <summary>The differences from a guest that was just created; null if there are none.</summary>
    public IdentityChanges? Changes { get; private set; }

    public DateTimeOffset CreationDate => new(_created, TimeSpan.Zero);

    public DateTimeOffset LastModifiedDate => Changes is null ? CreationDate : new(Changes.LastModified, TimeSpan.Zero);

    /// <summary>Whether it was merged into another identity, or lost its last login: it can be described but not used.</summary>
    public bool IsDisabled => Changes is { IsDisabled: true };

    /// <summary>The logins, sorted.</summary>
    public IReadOnlyList<Login> Logins => Changes?.Logins ?? [];

    public bool IsGuest => Logins.Count == 0;

    public IEnumerable<string> Providers => Logins.Select(login => login.Provider).Distinct();

    /// <summary>Changes the identity. Called only by the pool, which keeps the index over all logins.</summary>
    public void Change(IReadOnlyCollection<Login> logins, bool isDisabled, DateTimeOffset now) =>
        Changes = new(now.UtcTicks, isDisabled, Sort(logins));

    private Login[] Sort(IReadOnlyCollection<Login> logins)
    {
        Login[] sorted = [.. logins.Select(Pool.Share)];
        Array.Sort(sorted);
        return sorted;
    }
}

/// <summary>The state of an identity at one moment.</summary>
/// <param name="LastModified">The date of the last change, in ticks of UTC.</param>
/// <param name="IsDisabled">Whether it can be described but not used.</param>
/// <param name="Logins">The logins, sorted.</param>
internal sealed record IdentityChanges(long LastModified, bool IsDisabled, Login[] Logins);
