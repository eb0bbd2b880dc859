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
        ReportBytes("GetId", memory["client GetId"], memory["floor GetId"], atMost: 800);
        ReportBytes(
            "ListIdentityPools (60), signed", memory["client ListIdentityPools"], memory["floor ListIdentityPools"], atMost: 2_400);

        var cached = (await MeasureAsync("cached")).ToDictionary(line => line.Name, line => line.Value);
        foreach (var use in (string[])["GetSessionAsync", "GetCredentialsAsync"])
        {
            var (clock, time) = (cached["clock, ns"], cached[$"{use}, ns"]);
            Report($"cached {use}, nanoseconds", time, clock, atMost: 60);
            Report("  as a multiple of reading both clocks", time / clock, 1, atMost: 1.5);
            Report("  bytes", Math.Round(cached[$"{use}, bytes"], 2), 0, atMost: 0);
        }

        var throughput = await MeasureAsync("throughput", endpoint, $"{server.Id}");
        Report("GetId, 32 callers, calls a second", Median(throughput, "client"), Median(throughput, "floor"));
        Report("  as a share of the floor, median of 7 rounds", MedianRatio(throughput, "client", "floor"), 1, atLeast: 0.9);
        var byProcessor = MedianRatio(throughput, "client, processor", "floor, processor");
        Report("  the same by processor time of both processes", byProcessor, 1, atLeast: 0.9);
        Report("GetId, 32 callers, p99 in milliseconds", Median(throughput, "client, p99"), Median(throughput, "floor, p99"));
        Report("  as a multiple of the floor, median of 7", MedianRatio(throughput, "client, p99", "floor, p99"), 1, atMost: 1.15);

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
        Report("  as a multiple of the floor", clientMedian / floorMedian, 1, atMost: 1.22);
        Report("AWSSDK.Core loaded by an anonymous call", coreLoaded, 0, atMost: 0);
        server.StandardInput.Close();
        await server.WaitForExitAsync();
    }

    /// <summary>Runs a part in a process of its own and returns what it measured.</summary>
    public static async Task<List<(string Name, double Value)>> MeasureAsync(params string[] part)
    {
        using var process = Start(part);
        return await ReadAsync(process);
    }

    /// <summary>Returns what a part measured, once its process has ended.</summary>
    public static async Task<List<(string Name, double Value)>> ReadAsync(Process process)
    {
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture)))];
    }

    /// <summary>Starts a part in a process of its own.</summary>
    public static Process Start(params string[] arguments) => StartProgram(Environment.ProcessPath!, arguments);

    /// <summary>Starts another program.</summary>
    public static Process StartProgram(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    /// <summary>The median of what a part printed under a name.</summary>
    public static double Median(List<(string Name, double Value)> lines, string name) =>
        Median([.. Values(lines, name)]);

    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    // Of the ratios within each round, since the machine's mood changes from round to round.
    private static double MedianRatio(List<(string Name, double Value)> lines, string client, string floor) =>
        Median([.. Values(lines, client).Zip(Values(lines, floor), (one, other) => one / other)]);

    private static IEnumerable<double> Values(List<(string Name, double Value)> lines, string name) =>
        lines.Where(line => line.Name == name).Select(line => line.Value);

    private static void ReportBytes(string what, double client, double floor, double atMost)
    {
        Report($"{what}, bytes a call", client, floor);
        Report("  over the floor", client - floor, 0, atMost);
    }

    /// <summary>Prints a number of the client beside that of the floor, with its budget.</summary>
    public static void Report(string what, double client, double floor, double? atMost = null, double? atLeast = null) =>
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
