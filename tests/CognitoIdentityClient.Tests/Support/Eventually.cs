using System.Diagnostics;

namespace CognitoIdentity.Tests.Support;

/// <summary>Waits for what other threads are about to do, without sleeping.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task IsTrueAsync(Func<bool> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "It did not come true in 30 seconds.");
            await Task.Yield();
        }
    }
}
