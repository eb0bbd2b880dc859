namespace CognitoIdentity;

/// <summary>
/// Runs code of the application (callbacks, stores) so that waiting for it always ends, whatever it does with its token or its thread.
/// </summary>
internal static class ForeignWork
{
    /// <summary>Runs work on the thread pool and waits for it until the token is canceled.</summary>
    public static Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        Task.Run(() => work(cancellationToken), cancellationToken).Observed().WaitAsync(cancellationToken);

    /// <summary>Marks the error of a task as seen: nobody may be waiting for it, and it must not come up as an unobserved one.</summary>
    public static Task<T> Observed<T>(this Task<T> task)
    {
        Observe(task);
        return task;
    }

    private static void Observe(Task task) => _ = task.ContinueWith(
        static failed => failed.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
