using System.Runtime.Versioning;
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

        // And without a change nothing is written. The last saving has its file in place before it is over.
        await ending.CancelAsync();
        await saving;
        var written = File.GetLastWriteTimeUtc(path);
        Assert.True(await file.TrySaveAsync(emulator, TextWriter.Null));
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
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

    [UnixFact("An open file cannot be deleted on Windows.")]
    [UnsupportedOSPlatform("windows")]
    public void Lock_whose_file_is_gone_is_not_held_and_deletes_no_other()
    {
        var path = Path.Combine(_folder, "state.json");
        using var first = StateLock.Take(path);
        File.Delete(path + ".lock");
        Assert.False(first.IsHeld);
        using var second = StateLock.Take(path);
        first.Dispose();
        Assert.True(second.IsHeld);
    }

    // As where the file system refuses to set times: without its release, the next try would blame another emulator.
    [Fact]
    public void Lock_that_cannot_be_marked_is_released()
    {
        var path = Path.Combine(_folder, "state.json");
        var refused = Assert.Throws<UnauthorizedAccessException>(
            () => StateLock.Take(path, (_, _) => throw new UnauthorizedAccessException("No times here.")));
        Assert.Equal("No times here.", refused.Message);
        using var held = StateLock.Take(path);
        Assert.True(held.IsHeld);
    }

    [Fact]
    public void Lock_is_refused_where_the_file_system_does_not_keep_times()
    {
        var path = Path.Combine(_folder, "state.json");
        var refused = Assert.Throws<IOException>(() => StateLock.Take(path, (_, _) => { }));
        Assert.StartsWith(
            $"'{path}' cannot be locked: its file system does not keep the last write time of ", refused.Message, StringComparison.Ordinal);
        using var held = StateLock.Take(path);
        Assert.True(held.IsHeld);
    }

    [UnixTheory("An open file cannot be deleted on Windows.")]
    [UnsupportedOSPlatform("windows")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task State_of_another_emulator_is_not_overwritten_when_the_lock_is_taken_again(bool hadFile)
    {
        var path = Path.Combine(_folder, "state.json");
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        emulator.Seed(new() { Name = "First" });
        using var file = StateFile.Open(path, TimeProvider.System);
        if (hadFile)
        {
            Assert.True(await file.TrySaveAsync(emulator, TextWriter.Null));
        }

        File.Delete(path + ".lock");
        await SaveAsOtherAsync(path);
        emulator.Seed(new() { Name = "Second" });
        var errors = new StringWriter();
        // Not by the next try either, when the lock is free.
        for (var i = 0; i < 2; i++)
        {
            Assert.False(await file.TrySaveAsync(emulator, errors));
            Assert.Contains("Other", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        }

        Assert.StartsWith(
            $"The state could not be saved to '{path}': '{path}' was changed by another emulator. Not saved: all changes since ",
            errors.ToString(), StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(_folder));

        File.Delete(path);
        Assert.True(await file.TrySaveAsync(emulator, TextWriter.Null));
        Assert.Contains("Second", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    [UnixFact("An open file cannot be deleted on Windows.")]
    [UnsupportedOSPlatform("windows")]
    public async Task State_is_saved_again_after_a_lost_lock_when_nobody_else_changed_it()
    {
        var path = Path.Combine(_folder, "state.json");
        await SaveAsOtherAsync(path);
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var file = StateFile.Open(path, TimeProvider.System);
        Assert.True(await file.LoadAsync(emulator, CancellationToken.None));
        foreach (var name in (string[])["After the load", "After a save"])
        {
            File.Delete(path + ".lock");
            emulator.Seed(new() { Name = name });
            Assert.True(await file.TrySaveAsync(emulator, TextWriter.Null));
            Assert.Contains(name, await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task State_that_a_killed_process_wrote_in_part_is_removed()
    {
        var path = Path.Combine(_folder, "state.json");
        await SaveAsOtherAsync(path);
        await File.WriteAllTextAsync(path + ".new", """{"version":1,"pools":[{""");
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using (var file = StateFile.Open(path, TimeProvider.System))
        {
            Assert.False(File.Exists(path + ".new"));
            Assert.True(await file.LoadAsync(emulator, CancellationToken.None));
            emulator.Seed(new() { Name = "Later" });
            // Another one, which took the file without its lock.
            await File.WriteAllTextAsync(path + ".new", new string('x', 100_000));
            Assert.True(await file.TrySaveAsync(emulator, TextWriter.Null));
        }

        var saved = await File.ReadAllTextAsync(path);
        Assert.Contains("Other", saved, StringComparison.Ordinal);
        Assert.Contains("Later", saved, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", saved, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [ProgramFact("coreutils", "mkfifo", "--version")]
    public async Task Pipe_in_the_place_of_the_file_is_refused_without_waiting_for_its_other_end()
    {
        var path = Path.Combine(_folder, "pipe");
        Assert.Equal(0, (await ExternalProgram.RunAsync(new("mkfifo", [path]))).ExitCode);
        var refused = await Assert.ThrowsAsync<IOException>(
            () => Task.Run(() => StateFile.Open(path, TimeProvider.System)).WaitAsync(SafetyLimit.Value));
        Assert.Equal($"The state could not be saved to '{path}': It is a pipe or a device, not a regular file.", refused.Message);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    private static async Task SaveAsOtherAsync(string path)
    {
        await using var other = await CognitoIdentityEmulator.StartAsync();
        other.Seed(new() { Name = "Other" });
        using (var file = StateFile.Open(path, TimeProvider.System))
        {
            Assert.True(await file.TrySaveAsync(other, TextWriter.Null));
        }

        // The clock of a file system may stand still between two saves that a test makes.
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(1));
    }

    // The file is written by another thread.
    private static Task UntilSavedAsync(string path, string text) =>
        SafetyLimit.UntilAsync(() => File.Exists(path) && File.ReadAllText(path).Contains(text, StringComparison.Ordinal));
}
