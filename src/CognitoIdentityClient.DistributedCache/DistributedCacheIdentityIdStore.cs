using Microsoft.Extensions.Caching.Distributed;

namespace CognitoIdentity;

/// <summary>
/// A store of identity ids in an <see cref="IDistributedCache"/>, such as Redis, for all servers of a farm. Entries have the keys
/// <c>cognito-identity:POOL:USER</c>.
/// </summary>
/// <remarks>
/// It is in a package of its own, because only server farms need the caching abstractions.
/// </remarks>
public sealed class DistributedCacheIdentityIdStore : IIdentityIdStore
{
    private readonly IDistributedCache _cache;
    private readonly DistributedCacheEntryOptions _entryOptions;

    /// <summary>Creates a store in a cache.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="entryOptions">
    /// The expiry of the entries; null for as long as the cache keeps them. A guest whose entry is gone becomes a new guest; a signed-in
    /// user is found again by the logins.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="cache"/> is null.</exception>
    public DistributedCacheIdentityIdStore(IDistributedCache cache, DistributedCacheEntryOptions? entryOptions = null)
    {
        ArgumentNullException.ThrowIfNull(cache);
        _cache = cache;
        _entryOptions = entryOptions ?? new();
    }

    /// <inheritdoc/>
    public Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) =>
        _cache.GetStringAsync(Key(identityPoolId, userKey), cancellationToken);

    /// <inheritdoc/>
    public Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default) =>
        _cache.SetStringAsync(Key(identityPoolId, userKey), identityId, _entryOptions, cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) =>
        _cache.RemoveAsync(Key(identityPoolId, userKey), cancellationToken);

    private static string Key(string identityPoolId, string userKey) => $"cognito-identity:{identityPoolId}:{userKey}";
}
