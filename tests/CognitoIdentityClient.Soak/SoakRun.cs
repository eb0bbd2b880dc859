using CognitoIdentity.Testing;

namespace CognitoIdentity.Soak;

/// <summary>Many callers of one client against the emulator over loopback, with faults of every kind.</summary>
internal static class SoakRun
{
    private const double ShareOfFaults = 0.2;

    public static async Task<SoakReport> RunAsync(SoakOptions options, CancellationToken cancellationToken = default)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync(
            new() { RandomSeed = options.Seed, MaxRecordedRequests = 0, MaxIdentityPools = int.MaxValue }, cancellationToken)
                .ConfigureAwait(false);
        using var client = emulator.CreateClient(settings =>
        {
            settings.TimeProvider = options.TimeProvider;
            settings.AttemptTimeout = options.HasTimeouts ? TimeSpan.FromSeconds(1) : settings.AttemptTimeout;
        });
        AddFaults(emulator, options.HasTimeouts);

        var report = new SoakReport();
        var until = options.Duration == TimeSpan.MaxValue ? DateTimeOffset.MaxValue : TimeProvider.System.GetUtcNow() + options.Duration;
        await Task.WhenAll(Enumerable.Range(0, options.Callers).Select(async number =>
        {
            var caller = new SoakCaller(client, report, new Random(options.Seed + number), number);
            for (var i = 0; i < options.CallsPerCaller && TimeProvider.System.GetUtcNow() < until; i++)
            {
                await caller.CallAsync(cancellationToken).ConfigureAwait(false);
            }
        })).ConfigureAwait(false);
        return report;
    }

    // A Date that is wrong by 5 to 15 minutes is not among them: the service's own clock may be off by as much, so the client believes it.
    private static void AddFaults(CognitoIdentityEmulator emulator, bool hasTimeouts)
    {
        List<Fault> faults =
        [
            Fault.Throttling(),
            Fault.Error("InternalErrorException", "Internal error", 500),
            Fault.Status(429),
            Fault.Status(502),
            Fault.Status(503),
            Fault.Status(504),
            Fault.Delay(TimeSpan.FromMilliseconds(20)),
            Fault.ConnectionLostBeforeWork(),
            Fault.ConnectionLostAfterWork(),
            Fault.TruncatedBody(),
            Fault.GarbageBody(),
            Fault.WrongDate(TimeSpan.FromHours(1)),
            Fault.WrongDate(TimeSpan.FromDays(-30)),
            Fault.WrongDate(TimeSpan.FromMinutes(3)),
            .. hasTimeouts ? (Fault[])[Fault.Delay(TimeSpan.FromSeconds(3))] : [],
        ];
        foreach (var fault in faults)
        {
            emulator.Faults.Add(fault with { Probability = ShareOfFaults / faults.Count });
        }
    }
}
