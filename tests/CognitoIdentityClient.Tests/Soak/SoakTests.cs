using CognitoIdentity.Soak;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Soak;

/// <summary>The short form of the soak: the program tests/CognitoIdentityClient.Soak runs it for minutes.</summary>
public sealed class SoakTests
{
    [Fact]
    public async Task Soak_of_all_operations_with_faults_keeps_the_clients_promises()
    {
        var report = await SoakRun.RunAsync(new() { Seed = 14, Callers = 32, CallsPerCaller = 40, TimeProvider = new ShortWaits() });

        Assert.True(report.Violations.Count == 0, report.ToString());
        Assert.Equal(Calls.ByName.Keys.Order(), report.Operations.Order());
        Assert.True(report.Retries > 0);
    }

    /// <summary>
    /// The system's clock, but that the waits between attempts take a hundredth of their time. The callers run on many threads, so that no
    /// test could say when a virtual clock has to go on.
    /// </summary>
    private sealed class ShortWaits : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime < TimeSpan.FromSeconds(9) ? dueTime / 100 : dueTime, period);
    }
}
