namespace CognitoIdentity.Tests.Support;

/// <summary>
/// The time after which a test that waits for a signal fails instead of hanging. It is no assertion of speed: it has to be long enough for
/// any machine under any load.
/// </summary>
public static class SafetyLimit
{
    /// <summary>Two minutes.</summary>
    public static TimeSpan Value { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Waits for what has to come, and fails when it has not come by the limit.</summary>
    public static Task WithinSafetyLimit(this Task task) => task.WaitAsync(Value);

    /// <inheritdoc cref="WithinSafetyLimit(Task)"/>
    public static Task<T> WithinSafetyLimit<T>(this Task<T> task) => task.WaitAsync(Value);

    /// <summary>Waits until another process, or a thread that nothing can be asked of, has done something; fails at the limit.</summary>
    public static Task UntilAsync(Func<bool> isDone) => UntilAsync(() => Task.FromResult(isDone()));

    /// <inheritdoc cref="UntilAsync(Func{bool})"/>
    public static async Task UntilAsync(Func<Task<bool>> isDone)
    {
        using var limit = new CancellationTokenSource(Value);
        while (!await isDone())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }
}
