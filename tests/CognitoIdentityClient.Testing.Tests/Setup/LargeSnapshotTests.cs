using System.Globalization;
using System.Text;

namespace CognitoIdentity.Testing.Tests.Setup;

/// <summary>Tests that measure the memory of the process: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryTests
{
    public const string Name = "Memory of the process";
}

/// <summary>
/// A large state is read and written piece by piece: the whole text is never in memory. The benchmarks measure the same with a million
/// identities.
/// </summary>
[Collection(MemoryTests.Name)]
public class LargeSnapshotTests
{
    private const int Identities = 60_000;

    [Fact]
    public async Task Memory_while_a_large_state_is_read_and_written_is_little_more_than_the_state()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        emulator.RestoreSnapshot(Encoding.UTF8.GetString(GeneratedSnapshot.Begin) + Encoding.UTF8.GetString(GeneratedSnapshot.End));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var memory = new MemoryMeter();

        await using (var snapshot = new GeneratedSnapshot(Identities, memory))
        {
            await emulator.RestoreSnapshotAsync(snapshot);
        }

        var state = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.InRange(memory.Peak - before, 0, state * 1.2);
        Assert.InRange(state / Identities, 1, 500);

        memory = new();
        await emulator.WriteSnapshotAsync(new MeteredSink(memory));
        Assert.InRange(memory.Peak - before, 0, state * 1.2);
        Assert.InRange(memory.Samples, 3, int.MaxValue);
    }

    /// <summary>Looks at the live memory once for every two megabytes that pass.</summary>
    private sealed class MemoryMeter
    {
        private long _next;
        private long _passed;

        public long Peak { get; private set; }

        public int Samples { get; private set; }

        public void Note(int bytes)
        {
            _passed += bytes;
            if (_passed >= _next)
            {
                Samples++;
                _next += 2 * 1024 * 1024;
                Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
            }
        }
    }

    /// <summary>A snapshot that is made while it is read.</summary>
    private sealed class GeneratedSnapshot(int identities, MemoryMeter memory) : Stream
    {
        private const string Settings =
            "\"settings\":{\"name\":\"Large\",\"allowUnauthenticatedIdentities\":true},"
            + "\"tags\":{},\"roleMappings\":{},\"principalTagMaps\":{}";

        private int _made = -1;
        private ReadOnlyMemory<byte> _left;

        public static byte[] Begin { get; } = Encoding.UTF8.GetBytes(
            "{\"version\":1,\"pools\":[{\"id\":\"us-east-1:0\",\"region\":\"us-east-1\",\"accountId\":\"123456789012\","
            + Settings + ",\"identities\":[");

        public static byte[] End { get; } = "]}]}"u8.ToArray();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_left.IsEmpty)
            {
                _left = Next();
            }

            var count = Math.Min(buffer.Length, _left.Length);
            _left.Span[..count].CopyTo(buffer);
            _left = _left[count..];
            memory.Note(count);
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
            return Encoding.UTF8.GetBytes(new string(' ', 500) + string.Create(
                CultureInfo.InvariantCulture,
                $$"""{{(number == 0 ? "" : ",")}}{"id":"us-east-1:{{new Guid(number, 0, 0, new byte[8])}}","creationDate":"2026-01-01T00:00:00+00:00","lastModifiedDate":"2026-01-01T00:00:00+00:00","isDisabled":false,"logins":[]}"""));
        }
    }

    private sealed class MeteredSink(MemoryMeter memory) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            memory.Note(buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}
