namespace CognitoIdentity;

/// <summary>The store of identities as the credentials use it: bounded in time, with the pool's id filled in.</summary>
internal sealed class BoundedStore(CredentialsSettings settings, IIdentityIdStore store)
{
    private readonly StoreCalls _calls = new(settings);
    private readonly bool _isInMemory = store is InMemoryIdentityIdStore;

    /// <summary>The object that credentials of one process share if they have the same store.</summary>
    public object Place => (store as FileIdentityIdStore)?.Folder ?? (object)store;

    /// <summary>Returns whether the store hangs, and this user can do without it: the logins tell a signed-in user's identity.</summary>
    public bool IsToBeSpared(bool isGuest) => !isGuest && _calls.IsPausing;

    public Task<string?> GetAsync(string key, CancellationToken cancellationToken) =>
        RunAsync(token => store.GetAsync(settings.IdentityPoolId, key, token), null, cancellationToken);

    /// <param name="key">The user.</param>
    /// <param name="identityId">The identity's id.</param>
    /// <param name="started">Gets the write, which may go on after the wait for it has ended.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task SetAsync(string key, string identityId, Action<Task> started, CancellationToken cancellationToken) => RunAsync(
        token => WithoutResult(store.SetAsync(settings.IdentityPoolId, key, identityId, token)), started, cancellationToken);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) =>
        RunAsync(token => WithoutResult(store.RemoveAsync(settings.IdentityPoolId, key, token)), null, cancellationToken);

    /// <summary>Waits for a write that may still be running.</summary>
    public Task WaitForAsync(Task writing, CancellationToken cancellationToken) =>
        writing.IsCompleted ? Task.CompletedTask : _calls.WaitForAsync(writing, cancellationToken);

    public void LogNotRead(Exception exception, CancellationToken cancellationToken)
    {
        if (_calls.IsNews(cancellationToken))
        {
            CredentialsLog.StoreNotRead(settings.Logger, settings.IdentityPoolId, exception);
        }
    }

    public void LogNotWritten(Exception exception, CancellationToken cancellationToken)
    {
        if (_calls.IsNews(cancellationToken))
        {
            CredentialsLog.StoreNotWritten(settings.Logger, settings.IdentityPoolId, exception);
        }
    }

    private static async Task<string?> WithoutResult(Task task)
    {
        await task.ConfigureAwait(false);
        return null;
    }

    private Task<string?> RunAsync(
        Func<CancellationToken, Task<string?>> work, Action<Task>? started, CancellationToken cancellationToken) =>
        _isInMemory ? work(cancellationToken) : _calls.RunAsync(work, started, cancellationToken);
}
