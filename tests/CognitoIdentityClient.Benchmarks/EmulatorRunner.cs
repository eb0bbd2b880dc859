using System.Globalization;

namespace CognitoIdentity.Benchmarks;

/// <summary>Runs the parts of the emulator in processes of their own and compares them with the budgets of docs/performance.md.</summary>
internal static class EmulatorRunner
{
    public static async Task RunAsync()
    {
        using var server = Runner.Start("emulator-server");
        var endpoint = (await server.StandardOutput.ReadLineAsync())!;
        var calls = await Runner.MeasureAsync("emulator-calls", endpoint, $"{server.Id}");
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        foreach (var (operation, budget) in new[] { ("GetId", 15_000), ("GetOpenIdToken", 3_500) })
        {
            // By the wall clock, the rate also depends on what else the machine does: the budget is for the processor time.
            Report($"emulator, 64 callers: {operation} a second", Runner.Median(calls, operation));
            Report("  by the processor time of two cores", Runner.Median(calls, $"{operation}, two cores"), atLeast: budget);
        }

        var memory = await Runner.MeasureAsync("snapshot-memory", "1000000");
        Report("emulator, 1,000,000 identities: bytes each", Runner.Median(memory, "bytes of an identity"), atMost: 500);
        Report("  peak of saving, multiple of the state", Runner.Median(memory, "peak of saving"), atMost: 1.2);
        Report("  peak of loading, multiple of the state", Runner.Median(memory, "peak of loading"), atMost: 1.2);
    }

    private static void Report(string what, double value, double? atMost = null, double? atLeast = null) =>
        Runner.Report(what, string.Create(CultureInfo.InvariantCulture, $"{value:#,0.##}"), value, atMost, atLeast);
}
