using System.Diagnostics;
using System.Globalization;

namespace CognitoIdentity.Benchmarks;

/// <summary>Runs the parts in processes of their own and compares them with the budgets of docs/performance.md.</summary>
internal static class Runner
{
    private const int Starts = 15;

    public static async Task RunAsync()
    {
        using var server = Start("server");
        var endpoint = (await server.StandardOutput.ReadLineAsync())!;

        var memory = (await MeasureAsync("memory", endpoint)).ToDictionary(line => line.Name, line => line.Value);
        Report("GetId, bytes a call", memory["client GetId"], memory["floor GetId"], atMost: 4_000);
        Report("ListIdentityPools (60), signed, bytes a call", memory["client ListIdentityPools"], memory["floor ListIdentityPools"],
            atMost: 25_500);

        var cached = (await MeasureAsync("cached", endpoint)).ToDictionary(line => line.Name, line => line.Value);
        foreach (var use in (string[])["GetSessionAsync", "GetCredentialsAsync"])
        {
            var (clock, time) = (cached["clock, ns"], cached[$"{use}, ns"]);
            Report($"cached {use}, nanoseconds", time, clock);
            Report("  as a multiple of reading both clocks", time / clock, 1, atMost: 1.5);
            Report("  bytes", Math.Round(cached[$"{use}, bytes"], 2), 0, atMost: 0);
        }

        var throughput = await MeasureAsync("throughput", endpoint);
        var (floor, client) = (Best(throughput, "floor"), Best(throughput, "client"));
        Report("GetId, 32 callers, calls a second", client, floor);
        Report("  as a share of the floor", client / floor, 1, atLeast: 0.85);

        var (floorStart, clientStart) = (new List<double>(), new List<double>());
        var coreLoaded = 0.0;
        for (var i = 0; i < Starts; i++)
        {
            floorStart.Add((await MeasureAsync("start-floor", endpoint))[0].Value);
            var lines = await MeasureAsync("start-client", endpoint);
            clientStart.Add(lines[0].Value);
            coreLoaded = lines[1].Value;
        }

        var (floorMedian, clientMedian) = (Median(floorStart), Median(clientStart));
        Report("start to first response, milliseconds", clientMedian, floorMedian);
        Report("  as a multiple of the floor", clientMedian / floorMedian, 1, atMost: 1.35);
        Report("AWSSDK.Core loaded by an anonymous call", coreLoaded, 0, atMost: 0);
        server.StandardInput.Close();
        await server.WaitForExitAsync();
    }

    /// <summary>Runs a part in a process of its own and returns what it measured.</summary>
    public static async Task<List<(string Name, double Value)>> MeasureAsync(params string[] part)
    {
        using var process = Start(part);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture)))];
    }

    /// <summary>Starts a part in a process of its own.</summary>
    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    private static double Best(List<(string Name, double Value)> lines, string name) =>
        lines.Where(line => line.Name == name).Max(line => line.Value);

    /// <summary>The median of what a part printed under a name.</summary>
    public static double Median(List<(string Name, double Value)> lines, string name) =>
        Median([.. lines.Where(line => line.Name == name).Select(line => line.Value)]);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>Prints a number of the client beside that of the floor, with its budget.</summary>
    private static void Report(string what, double client, double floor, double? atMost = null, double? atLeast = null) =>
        Report(
            what, string.Create(CultureInfo.InvariantCulture, $"client {client,10:#,0.##}   floor {floor,10:#,0.##}"), client, atMost,
            atLeast);

    /// <summary>Prints a number with its budget.</summary>
    public static void Report(string what, string shown, double value, double? atMost = null, double? atLeast = null)
    {
        var budget = atMost is { } most ? $"at most {most:#,0.##}" : atLeast is { } least ? $"at least {least:#,0.##}" : "";
        var verdict = value > atMost || value < atLeast ? "OVER BUDGET" : budget.Length > 0 ? "ok" : "";
        Console.WriteLine($"{what,-46} {shown,-36}   {budget,-16} {verdict}");
    }
}
