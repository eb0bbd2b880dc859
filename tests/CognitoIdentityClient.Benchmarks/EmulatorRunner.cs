using System.Globalization;

namespace CognitoIdentity.Benchmarks;

/// <summary>Runs the parts of the emulator in processes of their own and compares them with the budgets of docs/performance.md.</summary>
internal static class EmulatorRunner
{
    public static async Task RunAsync()
    {
        using var server = Runner.Start("emulator-server");
        var endpoint = (await server.StandardOutput.ReadLineAsync())!;
        var calls = await Runner.MeasureAsync("emulator-calls", endpoint);
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        Report("emulator, 64 callers: GetId a second", Runner.Median(calls, "GetId"), atLeast: 15_000);
        Report("emulator, 64 callers: GetOpenIdToken a second", Runner.Median(calls, "GetOpenIdToken"), atLeast: 3_500);
        Report("emulator: GetId while tokens are signed", Runner.Median(calls, "GetId beside tokens"), atMost: 2);

        var memory = await Runner.MeasureAsync("emulator-memory");
        Report("emulator, 1,000,000 identities: bytes each", Runner.Median(memory, "bytes of an identity"), atMost: 500);
        Report("  peak of saving, multiple of the state", Runner.Median(memory, "peak of saving"), atMost: 1.2);
        Report("  peak of loading, multiple of the state", Runner.Median(memory, "peak of loading"), atMost: 1.2);
    }

    private static void Report(string what, double value, double? atMost = null, double? atLeast = null) =>
        Runner.Report(what, string.Create(CultureInfo.InvariantCulture, $"{value:#,0.##}"), value, atMost, atLeast);
}
