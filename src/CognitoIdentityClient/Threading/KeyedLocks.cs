namespace CognitoIdentity;

/// <summary>Locks by key. A lock exists only while somebody has it or waits for it.</summary>
internal sealed class KeyedLocks<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Lock> _locks = [];

    /// <summary>The number of keys that are locked or waited for.</summary>
    public int Count
    {
        get
        {
            lock (_locks)
            {
                return _locks.Count;
            }
        }
    }

    /// <summary>Waits for the lock of a key.</summary>
    /// <returns>Releases the lock when it is disposed.</returns>
    public async Task<IDisposable> EnterAsync(TKey key, CancellationToken cancellationToken)
    {
        Lock entry;
        lock (_locks)
        {
            if (!_locks.TryGetValue(key, out entry!))
            {
                _locks.Add(key, entry = new(this, key));
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

    private void Leave(Lock entry)
    {
        lock (_locks)
        {
            if (--entry.Users == 0)
            {
                _locks.Remove(entry.Key);
            }
        }
    }

    private sealed class Lock(KeyedLocks<TKey> locks, TKey key) : IDisposable
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public TKey Key { get; } = key;

        /// <summary>The number of callers that have the lock or wait for it.</summary>
        public int Users { get; set; }

        public void Dispose()
        {
            Gate.Release();
            locks.Leave(this);
        }
    }
}
