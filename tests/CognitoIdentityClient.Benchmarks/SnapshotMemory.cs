using System.Globalization;
using System.Text;
using CognitoIdentity.Testing;

namespace CognitoIdentity.Benchmarks;

/// <summary>
/// The memory of a large state of the emulator, and its peak while the state is read and written: piece by piece, so that the whole text is
/// never in memory. The emulator's tests start it in a process of its own.
/// </summary>
internal static class SnapshotMemory
{
    public static async Task MeasureAsync(int identities)
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        emulator.RestoreSnapshot(Encoding.UTF8.GetString([.. GeneratedSnapshot.Begin, .. GeneratedSnapshot.End]));
        var before = LiveBytes();

        var meter = new MemoryMeter(identities);
        await using (var snapshot = new GeneratedSnapshot(identities, meter))
        {
            await emulator.RestoreSnapshotAsync(snapshot);
        }

        var state = LiveBytes() - before;
        Print("bytes of an identity", state / (double)identities);
        Print("peak of loading", (meter.Peak - before) / (double)state);

        meter = new(identities);
        await emulator.WriteSnapshotAsync(new MeteredSink(meter));
        Print("peak of saving", (meter.Peak - before) / (double)state);
        GC.KeepAlive(emulator);
    }

    private static long LiveBytes() => GC.GetTotalMemory(forceFullCollection: true);

    private static void Print(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:0.###}"));

    /// <summary>Looks at the live memory once for every 32 bytes of an identity that pass.</summary>
    private sealed class MemoryMeter(int identities)
    {
        private long _next;
        private long _passed;

        public long Peak { get; private set; }

        public void Note(int bytes)
        {
            _passed += bytes;
            if (_passed >= _next)
            {
                _next += identities * 32L;
                Peak = Math.Max(Peak, LiveBytes());
            }
        }
    }

    /// <summary>A snapshot that is made while it is read.</summary>
    private sealed class GeneratedSnapshot(int identities, MemoryMeter meter) : MemoryStream
    {
        private int _made = -1;
        private ReadOnlyMemory<byte> _left;

        public static byte[] Begin { get; } =
            """
            {"version":1,"pools":[{"id":"us-east-1:0","region":"us-east-1","accountId":"123456789012","settings":{"name":"Large",
            "allowUnauthenticatedIdentities":true},"tags":{},"roleMappings":{},"principalTagMaps":{},"identities":[
            """u8.ToArray();

        public static byte[] End { get; } = "]}]}"u8.ToArray();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left.IsEmpty)
            {
                _left = Next();
            }

            var count = Math.Min(buffer.Length, _left.Length);
            _left[..count].CopyTo(buffer);
            _left = _left[count..];
            meter.Note(count);
            return new(count);
        }

        private byte[] Next()
        {
            var number = _made++;
            if (number < 0)
            {
                return Begin;
            }

            if (number >= identities)
            {
                return number == identities ? End : [];
            }

            // White space makes the text far larger than the state, so that a copy of the text would be seen.
            var (comma, space, id) = (number == 0 ? "" : ",", new string(' ', 500), new Guid(number, 0, 0, new byte[8]));
            return Encoding.UTF8.GetBytes(
                $$"""{{comma}}{{space}}{"id":"us-east-1:{{id}}","creationDate":"2026-01-01T00:00:00+00:00","""
                + """
                "lastModifiedDate":"2026-01-01T00:00:00+00:00","isDisabled":false,"logins":[]}
                """);
        }
    }

    /// <summary>Keeps nothing of what is written.</summary>
    private sealed class MeteredSink(MemoryMeter meter) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            meter.Note(buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}
