using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>
/// Lets one caller at a time change a pool through a client: read, change and write of two callers would else interleave, and one change
/// be lost, since the service has no version by which it could refuse the later write.
/// </summary>
internal sealed class PoolLocks
{
    // Extension methods have no other place for what belongs to a client. The table holds neither the client nor, longer than the client
    // lives, its locks.
    private static readonly ConditionalWeakTable<ICognitoIdentityClient, PoolLocks> ByClient = [];

    private readonly Dictionary<string, PoolLock> _locks = new(StringComparer.Ordinal);

    public static PoolLocks For(ICognitoIdentityClient client) => ByClient.GetValue(client, static _ => new());

    /// <summary>How many pools are in use.</summary>
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

    /// <summary>Waits for the pool.</summary>
    /// <returns>Gives the pool free when it is disposed.</returns>
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

        /// <summary>Those who have the lock or wait for it.</summary>
        public int Users { get; set; }

        public void Dispose()
        {
            Gate.Release();
            locks.Leave(this);
        }
    }
}
