using CognitoIdentity.Emulator;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Emulator;

/// <summary>The file that keeps a state, by a clock that the test moves.</summary>
public sealed class StateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("state-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task State_is_saved_at_most_once_in_a_second()
    {
        var time = new VirtualTime { LongestWait = TimeSpan.Zero };
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        var path = Path.Combine(_folder, "state.json");
        using var file = StateFile.Open(path, time);
        using var ending = new CancellationTokenSource();
        var saving = file.KeepSavedAsync(emulator, TextWriter.Null, ending.Token);
        emulator.Seed(new() { Name = "One" });

        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(File.Exists(path));
        time.Advance(TimeSpan.FromMilliseconds(1));
        await UntilSavedAsync(path, "One");

        // Changes between two savings are saved together.
        for (var i = 0; i < 9; i++)
        {
            emulator.Seed(new() { Name = $"Two {i}" });
            time.Advance(TimeSpan.FromMilliseconds(100));
            Assert.DoesNotContain("Two", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        }

        time.Advance(TimeSpan.FromMilliseconds(100));
        await UntilSavedAsync(path, "Two 8");
        Assert.Contains("Two 0", await File.ReadAllTextAsync(path), StringComparison.Ordinal);

        // And without a change nothing is written.
        var written = File.GetLastWriteTimeUtc(path);
        Assert.True(await file.TrySaveAsync(emulator, TextWriter.Null));
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        await ending.CancelAsync();
        await saving;
        // A saving that came too early could be slower than the looks at the file above, but not its timer.
        Assert.Equal([TimeSpan.FromSeconds(1)], time.Waits);
    }

    [Fact]
    public async Task File_that_was_deleted_is_saved_again_without_a_change()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        emulator.Seed(new() { Name = "Kept" });
        var path = Path.Combine(_folder, "state.json");
        using var file = StateFile.Open(path, TimeProvider.System);
        Assert.True(await file.TrySaveAsync(emulator, TextWriter.Null));
        File.Delete(path);
        Assert.True(await file.TrySaveAsync(emulator, TextWriter.Null));
        Assert.Contains("Kept", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_is_never_held_by_two_however_fast_it_changes_hands()
    {
        var path = Path.Combine(_folder, "state.json");
        var (holders, taken) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                try
                {
                    using var held = StateLock.Take(path);
                    Assert.Equal(1, Interlocked.Increment(ref holders));
                    Assert.True(held.IsHeld);
                    Interlocked.Increment(ref taken);
                    Interlocked.Decrement(ref holders);
                }
                catch (IOException e)
                {
                    Assert.StartsWith(
                        $"'{path}' cannot be locked; another emulator may be using it: ", e.Message, StringComparison.Ordinal);
                }
            }
        })));
        Assert.True(taken > 0);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Lock_of_a_killed_process_is_taken_over()
    {
        var path = Path.Combine(_folder, "state.json");
        File.WriteAllText(path + ".lock", "");
        using (var held = StateLock.Take(path))
        {
            Assert.True(held.IsHeld);
        }

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Lock_whose_file_is_gone_is_not_held_and_deletes_no_other()
    {
        if (OperatingSystem.IsWindows())
        {
            // An open file cannot be deleted there.
            return;
        }

        var path = Path.Combine(_folder, "state.json");
        using var first = StateLock.Take(path);
        File.Delete(path + ".lock");
        Assert.False(first.IsHeld);
        using var second = StateLock.Take(path);
        first.Dispose();
        Assert.True(second.IsHeld);
    }

    // The file is written by another thread.
    private static async Task UntilSavedAsync(string path, string text)
    {
        using var limit = new CancellationTokenSource(SafetyLimit.Value);
        while (!File.Exists(path) || !(await File.ReadAllTextAsync(path, limit.Token)).Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), limit.Token);
        }
    }
}
