using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;

namespace CognitoIdentity;

/// <summary>
/// A store of sessions in an <see cref="IDistributedCache"/>, such as Redis, for all servers of a farm. Sessions are encrypted by ASP.NET
/// Core Data Protection, whose keys the servers have to share. Entries have the keys <c>cognito-identity-session:POOL:USER</c> and end when
/// the credentials expire.
/// </summary>
/// <remarks>An entry that cannot be decrypted, or belongs to another user, is treated as missing.</remarks>
public sealed class DistributedCacheSessionStore : ISessionStore
{
    private const string Purpose = "CognitoIdentity.Sessions";

    private readonly IDistributedCache _cache;
    private readonly IDataProtectionProvider _protection;

    /// <summary>Creates a store in a cache.</summary>
    /// <param name="cache">The cache.</param>
    /// <param name="protection">
    /// The encryption: <c>services.AddDataProtection()</c>, with keys and an application name that all servers share.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="cache"/> or <paramref name="protection"/> is null.</exception>
    public DistributedCacheSessionStore(IDistributedCache cache, IDataProtectionProvider protection)
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(protection);
        _cache = cache;
        _protection = protection;
    }

    /// <inheritdoc/>
    public async Task<byte[]?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
    {
        var session = await _cache.GetAsync(Key(identityPoolId, userKey), cancellationToken).ConfigureAwait(false);
        try
        {
            return session is null ? null : Protector(identityPoolId, userKey).Unprotect(session);
        }
        catch (CryptographicException)
        {
            // The key has been revoked, or the entry is another user's: a refresh replaces it.
            return null;
        }
    }

    /// <inheritdoc/>
    public Task SetAsync(
        string identityPoolId,
        string userKey,
        byte[] session,
        DateTimeOffset expiration,
        CancellationToken cancellationToken = default) => _cache.SetAsync(
            Key(identityPoolId, userKey),
            Protector(identityPoolId, userKey).Protect(session),
            new DistributedCacheEntryOptions { AbsoluteExpiration = expiration },
            cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) =>
        _cache.RemoveAsync(Key(identityPoolId, userKey), cancellationToken);

    private static string Key(string identityPoolId, string userKey) => $"cognito-identity-session:{identityPoolId}:{userKey}";

    // The user is part of the purpose, so that nobody who can write to the cache can give one user another's session.
    private IDataProtector Protector(string identityPoolId, string userKey) =>
        _protection.CreateProtector(Purpose, identityPoolId, userKey);
}
