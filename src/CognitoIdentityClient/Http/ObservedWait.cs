namespace CognitoIdentity;

/// <summary>Waits for work of the application that may go on after the wait has ended.</summary>
internal static class ObservedWait
{
    /// <summary>
    /// Waits until a task ends or the wait is canceled. A task that fails after its wait was canceled does not raise
    /// <see cref="TaskScheduler.UnobservedTaskException"/>, which some applications end their process for.
    /// </summary>
    public static Task<T> WaitObservedAsync<T>(this Task<T> task, CancellationToken cancellationToken) =>
        task.IsCompleted ? task : WaitAsync(task, cancellationToken);

    private static async Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        try
        {
            return await task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _ = task.ContinueWith(
                static task => _ = task.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            throw;
        }
    }
}
