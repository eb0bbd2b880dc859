using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>
/// The locks that serialize changes of the same pool through one client. Without them two callers could both read before either writes, and
/// one change would be lost: the service has no version by which it could reject the later write.
/// </summary>
internal sealed class PoolLocks
{
    // The locks belong to a client, and extension methods cannot add a field to it. The weak table keeps no client alive, and drops the
    // locks with their client.
    private static readonly ConditionalWeakTable<ICognitoIdentityClient, PoolLocks> ByClient = [];

    private readonly Dictionary<string, PoolLock> _locks = new(StringComparer.Ordinal);

    public static PoolLocks For(ICognitoIdentityClient client) => ByClient.GetValue(client, static _ => new());

    /// <summary>The number of pools that are locked or waited for.</summary>
    internal int Count
    {
        get
        {
            lock (_locks)
            {
                return _locks.Count;
            }
        }
    }

    /// <summary>Waits for the lock of a pool.</summary>
    /// <returns>The lock, which is released when it is disposed.</returns>
    public async Task<IDisposable> EnterAsync(string identityPoolId, CancellationToken cancellationToken)
    {
        PoolLock entry;
        lock (_locks)
        {
            if (!_locks.TryGetValue(identityPoolId, out entry!))
            {
                _locks.Add(identityPoolId, entry = new(this, identityPoolId));
            }

            entry.Users++;
        }

        try
        {
            await entry.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            return entry;
        }
        catch
        {
            Leave(entry);
            throw;
        }
    }

    private void Leave(PoolLock entry)
    {
        lock (_locks)
        {
            if (--entry.Users == 0)
            {
                _locks.Remove(entry.IdentityPoolId);
            }
        }
    }

    private sealed class PoolLock(PoolLocks locks, string identityPoolId) : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public string IdentityPoolId { get; } = identityPoolId;

        /// <summary>The number of callers that have the lock or wait for it.</summary>
        public int Users { get; set; }

        public void Dispose()
        {
            Gate.Release();
            locks.Leave(this);
        }
    }
}
