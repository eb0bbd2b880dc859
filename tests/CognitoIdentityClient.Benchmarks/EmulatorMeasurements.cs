using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using CognitoIdentity.Testing;

namespace CognitoIdentity.Benchmarks;

/// <summary>The emulator: its calls over HTTP, with the callers on the same cores, and the memory of a large state.</summary>
internal static class EmulatorMeasurements
{
    private const int Callers = 64;
    private const int CallsOfCaller = 400;
    private const int Rounds = 5;
    private const int Identities = 1_000_000;

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

    public static async Task MemoryAsync()
    {
        var file = Path.GetTempFileName();
        try
        {
            // Each in a method of its own, whose end lets go of the emulator.
            await SaveAsync(file);
            await LoadAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task SaveAsync(string file)
    {
        var before = LiveBytes();
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        Fill(emulator);
        var state = LiveBytes() - before;
        Print("bytes of an identity", state / (double)Identities);
        await using var stream = new MeteredStream(new FileStream(file, FileMode.Create));
        await emulator.WriteSnapshotAsync(stream);
        Print("peak of saving", (stream.Peak - before) / (double)state);
    }

    private static async Task LoadAsync(string file)
    {
        var before = LiveBytes();
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        await using var stream = new MeteredStream(new FileStream(file, FileMode.Open));
        await emulator.RestoreSnapshotAsync(stream);
        Print("peak of loading", (stream.Peak - before) / (double)(LiveBytes() - before));
        GC.KeepAlive(emulator);
    }

    private static void Fill(CognitoIdentityEmulator emulator)
    {
        // In pools of a size that leaves little of the seeds themselves.
        const int Pools = 100;
        for (var i = 0; i < Pools; i++)
        {
            emulator.Seed(new() { Identities = [.. Enumerable.Range(0, Identities / Pools).Select(_ => new IdentitySeed())] });
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

    private static long LiveBytes() => GC.GetTotalMemory(forceFullCollection: true);

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

    /// <summary>A stream that looks at the live memory once for every sixteen megabytes.</summary>
    private sealed class MeteredStream(FileStream inner) : Stream
    {
        private const int Interval = 16 * 1024 * 1024;

        private long _next;
        private long _passed;

        public long Peak { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position
        {
            get => _passed;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await inner.ReadAsync(buffer, cancellationToken);
            Note(count);
            return count;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await inner.WriteAsync(buffer, cancellationToken);
            Note(buffer.Length);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            await base.DisposeAsync();
        }

        private void Note(int count)
        {
            _passed += count;
            if (_passed >= _next)
            {
                _next += Interval;
                Peak = Math.Max(Peak, LiveBytes());
            }
        }
    }
}
