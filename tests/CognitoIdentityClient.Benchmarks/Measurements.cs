using System.Diagnostics;
using System.Globalization;
using Amazon.Runtime;

namespace CognitoIdentity.Benchmarks;

/// <summary>The measurements of one process; each prints lines of a name and a number.</summary>
internal static class Measurements
{
    private const int WarmUp = 2_000;
    private const int Calls = 4_000;
    private const int Callers = 32;
    private const int CallsOfCaller = 1_000;
    private const int Rounds = 7;

    private static readonly GetIdRequest GetId = new() { IdentityPoolId = "us-east-1:177a950c-2c08-43f0-9983-28727e9a3b11" };
    private static readonly ListIdentityPoolsRequest ListIdentityPools = new() { MaxResults = 60 };

    public static async Task MemoryAsync(Uri endpoint)
    {
        using var floor = new Floor(endpoint);
        using var client = new CognitoIdentityClient(SignedOptions(endpoint));
        await BytesAsync("floor GetId", floor.GetIdAsync);
        await BytesAsync("client GetId", () => client.GetIdAsync(GetId));
        await BytesAsync("floor ListIdentityPools", floor.ListIdentityPoolsAsync);
        await BytesAsync("client ListIdentityPools", () => client.ListIdentityPoolsAsync(ListIdentityPools));
    }

    /// <summary>Calls from many callers at once.</summary>
    /// <param name="endpoint">The address of the server.</param>
    /// <param name="server">The id of its process, whose processor time counts too.</param>
    public static async Task ThroughputAsync(Uri endpoint, int server)
    {
        using var here = Process.GetCurrentProcess();
        using var there = Process.GetProcessById(server);
        using var floor = new Floor(endpoint);
        using var client = new CognitoIdentityClient(AnonymousOptions(endpoint));

        // In turns, so that a change of the machine's mood meets both, after a round that does not count.
        for (var round = -1; round < Rounds; round++)
        {
            await ManyCallersAsync("floor", floor.GetIdAsync, here, there, isCounted: round >= 0);
            await ManyCallersAsync("client", () => client.GetIdAsync(GetId), here, there, isCounted: round >= 0);
        }
    }

    public static async Task FirstFloorResponseAsync(Uri endpoint)
    {
        using var floor = new Floor(endpoint);
        await floor.GetIdAsync();
        PrintTimeSinceStart();
    }

    public static async Task FirstClientResponseAsync(Uri endpoint)
    {
        using var client = new CognitoIdentityClient(AnonymousOptions(endpoint));
        await client.GetIdAsync(GetId);
        PrintTimeSinceStart();
        Print("AWSSDK.Core loaded",
            AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == "AWSSDK.Core") ? 1 : 0);
    }

    private static CognitoIdentityClientOptions AnonymousOptions(Uri endpoint) => new() { Region = "us-east-1", Endpoint = endpoint };

    private static CognitoIdentityClientOptions SignedOptions(Uri endpoint) => new()
    {
        Region = "us-east-1",
        Endpoint = endpoint,
        Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
    };

    private static async Task BytesAsync(string name, Func<Task> call)
    {
        for (var i = 0; i < WarmUp; i++)
        {
            await call();
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < Calls; i++)
        {
            await call();
        }

        Print(name, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Calls);
    }

    private static async Task ManyCallersAsync(string name, Func<Task> call, Process here, Process there, bool isCounted)
    {
        var latencies = new double[Callers * CallsOfCaller];
        var (watch, before) = (Stopwatch.StartNew(), ProcessorTime.Seconds(here, there));
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var i = 0; i < CallsOfCaller; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                await call();
                latencies[(caller * CallsOfCaller) + i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }
        }));
        var callsPerSecond = latencies.Length / watch.Elapsed.TotalSeconds;
        var callsPerProcessorSecond = latencies.Length / (ProcessorTime.Seconds(here, there) - before);
        if (isCounted)
        {
            Array.Sort(latencies);
            Print(name, callsPerSecond);
            Print($"{name}, processor", callsPerProcessorSecond);
            Print($"{name}, p99", latencies[latencies.Length * 99 / 100]);
        }
    }

    private static void PrintTimeSinceStart()
    {
        using var process = Process.GetCurrentProcess();
        Print("milliseconds", (TimeProvider.System.GetUtcNow() - process.StartTime).TotalMilliseconds);
    }

    private static void Print(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:0.###}"));
}
