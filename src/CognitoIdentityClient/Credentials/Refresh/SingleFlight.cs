namespace CognitoIdentity;

/// <summary>Work that runs once at a time: a caller that arrives while it runs shares its result. A failure is not kept here.</summary>
/// <param name="work">The work.</param>
/// <param name="scope">The callbacks that the work may call.</param>
/// <param name="owner">The user session that the work belongs to.</param>
/// <param name="ended">Ends the work for good.</param>
internal sealed class SingleFlight<T>(
    Func<Task<T>> work,
    CallbackScope scope,
    object owner,
    CancellationToken ended)
    where T : class
{
    private readonly object _gate = new();
    private Task<T>? _running;
    private Task<T>? _next;

    /// <summary>Returns the running work, or starts it.</summary>
    /// <param name="done">
    /// Returns a result that makes the work needless, or null. It is asked again before work starts, because the work may have ended since
    /// the caller looked for a result.
    /// </param>
    /// <param name="isShared">Whether another caller had started the work.</param>
    public Task<T> Join(Func<Task<T>?> done, out bool isShared)
    {
        isShared = false;
        lock (_gate)
        {
            if (done() is { } result)
            {
                return result;
            }

            ThrowIfUnusable();
            if (_running is { IsCompleted: false })
            {
                isShared = true;
                return _running;
            }

            // The work may have ended between the two checks.
            return done() ?? (_running = Start());
        }
    }

    /// <summary>
    /// Returns work that starts after this call: now, or as soon as the running work ends. All callers that arrive before it starts share
    /// it.
    /// </summary>
    /// <param name="isShared">Whether another caller had asked for the work.</param>
    public Task<T> StartAfresh(out bool isShared)
    {
        lock (_gate)
        {
            ThrowIfUnusable();
            isShared = _next is not null;
            return _running is { IsCompleted: false } before
                ? _next ??= StartAfterAsync(before).Observed()
                : _running = Start();
        }
    }

    /// <summary>Completes when no work runs, however it ended.</summary>
    public async Task WhenIdleAsync()
    {
        Task? running;
        lock (_gate)
        {
            running = _next ?? _running;
        }

        if (running is not null)
        {
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<T> StartAfterAsync(Task before)
    {
        // Never on the thread that holds the gate, which has yet to store the task of this method.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        Task<T> started;
        lock (_gate)
        {
            _next = null;

            // A caller of Join may have started the next work already. It started after the work that was running at the call.
            started = _running is { IsCompleted: false } ? _running : _running = Start();
        }

        return await started.ConfigureAwait(false);
    }

    private void ThrowIfUnusable()
    {
        ended.ThrowIfCancellationRequested();
        if (scope.IsInsideWorkOf(owner))
        {
            throw new InvalidOperationException(
                "A callback of these credentials asked for these credentials, and would wait for itself. Sign the callback's calls with "
                + "other credentials.");
        }
    }

    /// <summary>
    /// Starts the work on a thread of the thread pool: there callbacks of the user have no synchronization context that a blocked caller
    /// would have to serve, and see no ambient state (an HttpContext, say) of the one caller among many who happened to come first.
    /// </summary>
    private Task<T> Start()
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(RunAsync).Observed();
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(RunAsync).Observed();
        }
    }

    private async Task<T> RunAsync()
    {
        // Work that a callback starts and leaves running may ask for the credentials once this refresh has ended.
        using (scope.Enter(owner))
        {
            return await work().ConfigureAwait(false);
        }
    }
}
