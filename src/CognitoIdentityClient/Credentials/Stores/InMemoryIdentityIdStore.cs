namespace CognitoIdentity;

/// <summary>A store that keeps identity ids in memory, up to a fixed number of users; the least recently used are evicted first.</summary>
public sealed class InMemoryIdentityIdStore : IIdentityIdStore
{
    private readonly LruMap<(string IdentityPoolId, string UserKey), string> _identities;

    /// <summary>Creates an empty store.</summary>
    /// <param name="capacity">The largest number of users, at least 1. Default: 100,000, which takes about 40 MB.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 1.</exception>
    public InMemoryIdentityIdStore(int capacity = 100_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _identities = new(capacity);
    }

    /// <inheritdoc/>
    public Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) =>
        Task.FromResult(_identities.TryGet((identityPoolId, userKey), out var identityId) ? identityId : null);

    /// <inheritdoc/>
    public Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default)
    {
        _identities.Set((identityPoolId, userKey), identityId);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
    {
        _identities.Remove((identityPoolId, userKey));
        return Task.CompletedTask;
    }
}
