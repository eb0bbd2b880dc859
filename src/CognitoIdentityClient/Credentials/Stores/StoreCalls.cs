namespace CognitoIdentity;

/// <summary>
/// Calls of a store of the application: none is waited for longer than the limit, whatever the store does with its token or its thread, and
/// a failing store is logged once until it works again.
/// </summary>
internal sealed class StoreCalls(CredentialsSettings settings)
{
    // While a store hangs, users who can do without it do so, or every one of them would wait for it.
    private static readonly TimeSpan PauseAfterTimeout = TimeSpan.FromSeconds(10);

    private volatile bool _isFailing;
    private long _timedOut;

    /// <summary>Whether the store has just let somebody wait in vain.</summary>
    public bool IsPausing => Volatile.Read(ref _timedOut) is not 0 and var since
        && settings.TimeProvider.GetElapsedTime(since) < PauseAfterTimeout;

    /// <param name="work">The call.</param>
    /// <param name="started">Gets the call, which may go on after the wait for it has ended; or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CognitoIdentityTimeoutException">The store did not respond in time.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Action<Task>? started, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.StoreTimeout, settings.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);

        // On another thread, which the store may block.
        var token = either.Token;
        var running = Task.Run(() => work(token), CancellationToken.None).Observed();
        started?.Invoke(running);
        try
        {
            var result = await running.WaitAsync(token).ConfigureAwait(false);
            _isFailing = false;
            Volatile.Write(ref _timedOut, 0);
            return result;
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TimedOut(exception);
        }
    }

    /// <summary>Waits for a write that may still be running, however it ends.</summary>
    /// <exception cref="CognitoIdentityTimeoutException">The write did not end in time.</exception>
    public async Task WaitForAsync(Task writing, CancellationToken cancellationToken)
    {
        try
        {
            await writing.ContinueWith(static _ => { }, TaskScheduler.Default)
                .WaitAsync(settings.StoreTimeout, settings.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            throw TimedOut(exception);
        }
    }

    /// <summary>Returns whether a failure is to be logged: the first one, unless the caller itself gave up.</summary>
    public bool IsNews(CancellationToken cancellationToken)
    {
        if (_isFailing || cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        return _isFailing = true;
    }

    private CognitoIdentityTimeoutException TimedOut(Exception exception)
    {
        Volatile.Write(ref _timedOut, settings.TimeProvider.GetTimestamp() | 1); // 0 stands for never.
        return new($"The store did not respond within StoreTimeout, {settings.StoreTimeout}.", exception);
    }
}
