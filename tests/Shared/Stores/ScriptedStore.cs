using System.Collections.Concurrent;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// A store of identities and of sessions in memory, which first does what the test says: it fails, hangs, or blocks its thread. An
/// operation is <c>Get</c>, <c>Set</c> or <c>Remove</c>.
/// </summary>
public sealed class ScriptedStore : IIdentityIdStore, ISessionStore, IDisposable
{
    private readonly InMemoryIdentityIdStore _identities = new();
    private readonly ConcurrentDictionary<(string IdentityPoolId, string UserKey), byte[]> _sessions = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _begun = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _uses;

    /// <summary>Called before the store carries out an operation. Default: does nothing.</summary>
    public Func<string, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The number of operations so far.</summary>
    public int Uses => Volatile.Read(ref _uses);

    /// <summary>Creates a store whose operation fails for the first times, or whose operations all do.</summary>
    public static ScriptedStore Failing(string? operation = null, int times = int.MaxValue)
    {
        var failures = 0;
        return new()
        {
            Before = (now, _) => (operation is null || now == operation) && Interlocked.Increment(ref failures) <= times
                ? Task.FromException(new IOException("The store is away."))
                : Task.CompletedTask,
        };
    }

    /// <summary>Creates a store whose operation ends only after <see cref="Release"/>, whatever its token says.</summary>
    public static ScriptedStore Hanging(string operation)
    {
        var store = new ScriptedStore();
        store.Before = (now, _) => now == operation ? store._released.Task : Task.CompletedTask;
        return store;
    }

    /// <summary>Creates a store whose operation blocks its thread until <see cref="Release"/>.</summary>
    public static ScriptedStore Blocking(string operation)
    {
        var store = Hanging(operation);
        var hang = store.Before;
        store.Before = (now, token) =>
        {
            hang(now, token).Wait(SafetyLimit.Value, CancellationToken.None);
            return Task.CompletedTask;
        };
        return store;
    }

    /// <summary>Waits until an operation has begun.</summary>
    public Task ReachedAsync(string operation) => Begun(operation).Task.WithinSafetyLimit();

    /// <summary>Lets the operation that hangs or blocks go on.</summary>
    public void Release() => _released.TrySetResult();

    /// <inheritdoc/>
    public void Dispose() => Release();

    /// <inheritdoc/>
    public async Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
    {
        await UseAsync("Get", cancellationToken);
        return await _identities.GetAsync(identityPoolId, userKey, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default)
    {
        await UseAsync("Set", cancellationToken);
        await _identities.SetAsync(identityPoolId, userKey, identityId, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
    {
        await UseAsync("Remove", cancellationToken);
        await _identities.RemoveAsync(identityPoolId, userKey, cancellationToken);
    }

    async Task<byte[]?> ISessionStore.GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken)
    {
        await UseAsync("Get", cancellationToken);
        return _sessions.GetValueOrDefault((identityPoolId, userKey));
    }

    async Task ISessionStore.SetAsync(
        string identityPoolId, string userKey, byte[] session, DateTimeOffset expiration, CancellationToken cancellationToken)
    {
        await UseAsync("Set", cancellationToken);
        _sessions[(identityPoolId, userKey)] = session;
    }

    async Task ISessionStore.RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken)
    {
        await UseAsync("Remove", cancellationToken);
        _sessions.TryRemove((identityPoolId, userKey), out _);
    }

    private Task UseAsync(string operation, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _uses);
        Begun(operation).TrySetResult();
        return Before(operation, cancellationToken);
    }

    private TaskCompletionSource Begun(string operation) =>
        _begun.GetOrAdd(operation, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
