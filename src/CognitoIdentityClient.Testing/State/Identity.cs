namespace CognitoIdentity.Testing;

/// <summary>An identity of a pool. Its logins are changed only through the pool, which keeps the index over them.</summary>
internal sealed class Identity(PoolState pool, string id, DateTimeOffset creationDate)
{
    public PoolState Pool { get; } = pool;

    public string Id { get; } = id;

    public DateTimeOffset CreationDate { get; } = creationDate;

    public DateTimeOffset LastModifiedDate { get; set; } = creationDate;

    /// <summary>Merged into another identity, or left without its last login: it can be seen but not used.</summary>
    public bool IsDisabled { get; set; }

    public SortedSet<Login> Logins { get; } = [];

    public bool IsGuest => Logins.Count == 0;

    public IEnumerable<string> Providers => Logins.Select(login => login.Provider).Distinct();
}
