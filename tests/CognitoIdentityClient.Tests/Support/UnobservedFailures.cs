namespace CognitoIdentity.Tests.Support;

/// <summary>Watches <see cref="TaskScheduler.UnobservedTaskException"/>, which some applications end their process for.</summary>
internal static class UnobservedFailures
{
    /// <summary>Fails if work leaves a task with an unobserved error.</summary>
    /// <param name="failLateAsync">Does the work; its late error has the text that it is given.</param>
    public static async Task AssertNoneAsync(Func<string, Task> failLateAsync)
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
            // In a method of its own, so that nothing on the stack keeps the task alive.
            await failLateAsync(marker);
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
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
