using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using CognitoIdentity.Testing;

namespace CognitoIdentity.Benchmarks;

/// <summary>The emulator: its calls over HTTP, with the callers on the same cores.</summary>
internal static class EmulatorMeasurements
{
    private const int Callers = 64;
    private const int CallsOfCaller = 400;
    private const int Rounds = 5;

    /// <summary>Serves an emulator with the settings of the tool, prints its address, and ends with its standard input.</summary>
    public static async Task ServeAsync()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync(new() { MaxRecordedRequests = 0 });
        emulator.Seed(new() { Id = CallerOfEmulator.PoolId, Identities = [new() { Id = CallerOfEmulator.GuestId }] });
        Console.WriteLine(emulator.Endpoint);
        await Console.In.ReadLineAsync();
    }

    /// <summary>Calls the emulator that another process serves.</summary>
    /// <param name="endpoint">The emulator's address.</param>
    /// <param name="server">The id of its process, whose processor time counts too.</param>
    public static async Task CallsAsync(Uri endpoint, int server)
    {
        using var caller = new CallerOfEmulator(endpoint);
        using var here = Process.GetCurrentProcess();
        using var there = Process.GetProcessById(server);
        for (var round = 0; round < Rounds; round++)
        {
            await MeasureAsync("GetId", caller.GetIdAsync, here, there);
            await MeasureAsync("GetOpenIdToken", caller.GetOpenIdTokenAsync, here, there);
        }
    }

    private static async Task MeasureAsync(string name, Func<Task> call, Process here, Process there)
    {
        var (watch, before) = (Stopwatch.StartNew(), ProcessorTime.Seconds(here, there));
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            for (var i = 0; i < CallsOfCaller; i++)
            {
                await call();
            }
        }));
        var calls = Callers * CallsOfCaller;
        Print(name, calls / watch.Elapsed.TotalSeconds);
        // The rate of a machine whose two cores have nothing else to do.
        Print($"{name}, two cores", calls / ((ProcessorTime.Seconds(here, there) - before) / 2));
    }

    private static void Print(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:0.###}"));

    /// <summary>The least that a caller can be: ready bytes out, the status in.</summary>
    private sealed class CallerOfEmulator(Uri endpoint) : IDisposable
    {
        public const string PoolId = "us-east-1:00000000-0000-4000-8000-000000000001";
        public const string GuestId = "us-east-1:00000000-0000-4000-8000-000000000002";

        private static readonly byte[] GetIdBody = JsonSerializer.SerializeToUtf8Bytes(new { IdentityPoolId = PoolId });
        private static readonly byte[] TokenBody = JsonSerializer.SerializeToUtf8Bytes(new { IdentityId = GuestId });

        private readonly HttpClient _http = new();

        public Task GetIdAsync() => CallAsync("GetId", GetIdBody);

        public Task GetOpenIdTokenAsync() => CallAsync("GetOpenIdToken", TokenBody);

        public void Dispose() => _http.Dispose();

        private async Task CallAsync(string operation, byte[] body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
            request.Headers.TryAddWithoutValidation("X-Amz-Target", $"AWSCognitoIdentityService.{operation}");
            using var response = await _http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            await response.Content.LoadIntoBufferAsync();
        }
    }
}
