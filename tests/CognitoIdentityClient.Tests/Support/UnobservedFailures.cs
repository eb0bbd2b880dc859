namespace CognitoIdentity.Tests.Support;

/// <summary>Watches <see cref="TaskScheduler.UnobservedTaskException"/>, which some applications end their process for.</summary>
internal static class UnobservedFailures
{
    /// <summary>Fails if work leaves a task with an unobserved error.</summary>
    /// <param name="failLateAsync">
    /// Does the work, in which a task fails with the text that it is given, and returns a weak reference to that task.
    /// </param>
    public static async Task AssertNoneAsync(Func<string, Task<WeakReference>> failLateAsync)
    {
        var marker = $"late failure {Guid.NewGuid()}";
        var seen = new List<string>();
        void Record(object? sender, UnobservedTaskExceptionEventArgs args)
        {
            lock (seen)
            {
                seen.Add(args.Exception.ToString());
            }
        }

        TaskScheduler.UnobservedTaskException += Record;
        try
        {
            // A task that is still alive would hide its error. The end of the work runs what follows on its own stack, which keeps the task
            // alive until this method lets go of the thread.
            var failed = await failLateAsync(marker);
            await SafetyLimit.UntilAsync(() =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return !failed.IsAlive;
            });
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Record;
        }

        lock (seen)
        {
            Assert.DoesNotContain(seen, text => text.Contains(marker, StringComparison.Ordinal));
        }
    }
}
