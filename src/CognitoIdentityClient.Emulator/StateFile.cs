using CognitoIdentity.Testing;

namespace CognitoIdentity.Emulator;

/// <summary>
/// The file that keeps the state between runs. It is locked against other emulators, saved while the emulator runs, and never half
/// written: the state is written beside it first and then put in its place.
/// </summary>
internal sealed class StateFile : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly TimeProvider _time;
    private StateLock _lock;
    private object? _saved;
    private DateTime? _written;
    private string? _problem;

    private StateFile(string path, TimeProvider time)
    {
        _path = path;
        _time = time;
        _lock = StateLock.Take(path);
    }

    private string Beside => _path + ".new";

    /// <summary>Locks the file and tries what saving will do: a state that could not be saved would be lost.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">The clock for the time between two savings.</param>
    /// <exception cref="IOException">The file is in use, cannot be read or written, is a folder, or its folder is missing.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read or written.</exception>
    public static StateFile Open(string path, TimeProvider time)
    {
        // The state belongs where a link leads; replacing the link itself would cut it.
        path = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder, not a file.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new DirectoryNotFoundException($"The folder of '{path}' does not exist.");
        }

        var file = new StateFile(path, time);
        try
        {
            file.RequireWritable();
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            throw new IOException($"The state could not be saved to '{path}': {e.Message}", e);
        }
    }

    /// <summary>Loads the state from the file into the emulator.</summary>
    /// <returns>False if there is no file; the emulator is unchanged.</returns>
    /// <exception cref="InvalidSnapshotException">The file does not contain a state, or is damaged.</exception>
    public async Task<bool> LoadAsync(CognitoIdentityEmulator emulator, CancellationToken cancellationToken)
    {
        if (!File.Exists(_path))
        {
            return false;
        }

        var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        await using (stream.ConfigureAwait(false))
        {
            await emulator.RestoreSnapshotAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        _saved = emulator.StateVersion;
        _written = File.GetLastWriteTimeUtc(_path);
        return true;
    }

    /// <summary>Saves the state after changes, at most once a second, until it is canceled.</summary>
    /// <param name="emulator">The emulator.</param>
    /// <param name="errors">Where to say that saving fails, once for each reason, and that it works again.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    public async Task KeepSavedAsync(CognitoIdentityEmulator emulator, TextWriter errors, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                await TrySaveAsync(emulator, errors).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The emulator ends; the last state is saved afterwards.
        }
    }

    /// <summary>Saves the state if it changed since it was saved last, or if the file is gone.</summary>
    /// <returns>Whether the file has the state.</returns>
    public async Task<bool> TrySaveAsync(CognitoIdentityEmulator emulator, TextWriter errors)
    {
        object version = emulator.StateVersion;
        if (version.Equals(_saved) && File.Exists(_path))
        {
            return true;
        }

        try
        {
            await SaveAsync(emulator).ConfigureAwait(false);
            _saved = version;
            if (_problem is not null)
            {
                await errors.WriteLineAsync($"The state is saved to '{_path}' again.").ConfigureAwait(false);
            }

            _problem = null;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (_problem != e.Message)
            {
                _problem = e.Message;
                await errors.WriteLineAsync(
                    $"The state could not be saved to '{_path}': {e.Message} Not saved: all changes since {Since()}. They stay in memory, "
                    + "and saving is tried again every second and at the end.").ConfigureAwait(false);
            }

            return false;
        }
    }

    /// <summary>Lets other emulators use the file.</summary>
    public void Dispose() => _lock.Dispose();

    private async Task SaveAsync(CognitoIdentityEmulator emulator)
    {
        if (!_lock.IsHeld)
        {
            // Somebody deleted the folder, or the lock in it, and another emulator may be using the file by now.
            _lock.Dispose();
            _lock = StateLock.Take(_path);
            RequireUnchanged();
        }

        // A file left behind by a killed process, or a link in its place, is removed and not followed.
        File.Delete(Beside);
        try
        {
            var stream = new FileStream(Beside, NewFile());
            await using (stream.ConfigureAwait(false))
            {
                await emulator.WriteSnapshotAsync(stream).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            var written = File.GetLastWriteTimeUtc(Beside);
            File.Move(Beside, _path, overwrite: true);
            _written = written;
        }
        catch
        {
            TryDeleteBeside();
            throw;
        }
    }

    private void RequireUnchanged()
    {
        if (File.Exists(_path) && File.GetLastWriteTimeUtc(_path) != _written)
        {
            // Released, so that the next try checks again and does not overwrite the other emulator's state either.
            _lock.Dispose();
            throw new IOException($"'{_path}' was changed by another emulator.");
        }
    }

    private string Since() => File.Exists(_path) && _written is { } written ? $"{written:yyyy-MM-dd HH:mm:ss} UTC" : "the start";

    private void TryDeleteBeside()
    {
        try
        {
            File.Delete(Beside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder is gone, and the file with it.
        }
    }

    private void RequireWritable()
    {
        // Saving could replace a file that is read-only, but whoever made it so does not want that.
        if (File.Exists(_path))
        {
            // Also for reading: to open a pipe only for writing would wait for a reader.
            using var present = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            if (!present.CanSeek)
            {
                throw new IOException("It is a pipe or a device, not a regular file.");
            }
        }

        File.Delete(Beside);
        new FileStream(Beside, NewFile()).Dispose();
        File.Delete(Beside);
    }

    // Only a new file, never through a link, and for nobody else: it holds a private key.
    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
