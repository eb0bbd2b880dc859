using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>Work that runs once at a time, whoever asks: who comes while it runs gets the same result. What failed is tried anew.</summary>
/// <param name="work">The work.</param>
/// <param name="settings">The time that it may take.</param>
/// <param name="caller">The work that the present code runs in, as in a callback, of all flights of one user.</param>
/// <param name="ended">Ends it for good.</param>
internal sealed class SingleFlight<T>(
    Func<CancellationToken, Task<T>> work,
    CredentialsSettings settings,
    AsyncLocal<StrongBox<bool>?> caller,
    CancellationToken ended)
    where T : class
{
    private readonly object _gate = new();
    private Task<T>? _running;

    /// <summary>The work that runs, or else new work.</summary>
    /// <param name="done">
    /// A result that makes work needless, null for none. Asked before work begins: a caller that found no result just before the work ended
    /// would begin it again.
    /// </param>
    public Task<T> Join(Func<T?> done)
    {
        lock (_gate)
        {
            if (done() is { } result)
            {
                return Task.FromResult(result);
            }

            ended.ThrowIfCancellationRequested();
            if (caller.Value is { Value: true })
            {
                throw new InvalidOperationException(
                    "A callback of these credentials asked for these credentials, and would wait for itself. Let it sign its calls with others.");
            }

            if (_running is { IsCompleted: false })
            {
                return _running;
            }

            // It may have ended since the first question.
            return done() is { } late ? Task.FromResult(late) : _running = Start();
        }
    }

    /// <summary>Ends when no work runs, however it ended.</summary>
    public async Task WhenIdleAsync()
    {
        Task? running;
        lock (_gate)
        {
            running = _running;
        }

        if (running is not null)
        {
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
            return Observed(Task.Run(RunAsync));
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Observed(Task.Run(RunAsync));
        }
    }

    private async Task<T> RunAsync()
    {
        using var limit = new CancellationTokenSource(settings.RefreshTimeout, settings.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ended);
        var isRunning = caller.Value = new(true);
        try
        {
            return await work(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested && !ended.IsCancellationRequested)
        {
            throw new CognitoIdentityTimeoutException($"Credentials did not come within RefreshTimeout, {settings.RefreshTimeout}.", exception);
        }
        finally
        {
            // What a callback started and left running is free to ask from here on.
            isRunning.Value = false;
        }
    }

    // Work in the background may have nobody who sees its error; it is reported elsewhere and must not come up as an unobserved one.
    private static Task<T> Observed(Task<T> task)
    {
        _ = task.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return task;
    }
}
