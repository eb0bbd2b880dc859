using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace CognitoIdentity.Emulator;

/// <summary>
/// The lock that keeps other emulators away from a state file: a file beside it, open to one process. The system releases it even if the
/// process is killed.
/// </summary>
internal sealed class StateLock : IDisposable
{
    // Processes that take and release a lock all the time get in each other's way once or twice, not this often.
    private const int MaxTries = 100;

    private readonly FileStream _file;
    private readonly DateTime _mark;

    private StateLock(FileStream file, Action<SafeFileHandle, DateTime> setTime)
    {
        _file = file;
        // A time of writing that no other file at this path has. Whole seconds, because some file systems keep no fractions, and even
        // ones, because some keep nothing else.
        _mark = DateTime.UnixEpoch.AddSeconds(2 * RandomNumberGenerator.GetInt32(1, int.MaxValue / 2));
        setTime(_file.SafeFileHandle, _mark);
    }

    /// <summary>
    /// Whether the lock still keeps others away. Outside Windows an open file can be deleted, or its folder, and another process then locks
    /// a new one.
    /// </summary>
    public bool IsHeld => _file.CanWrite && File.GetLastWriteTimeUtc(_file.Name) == _mark;

    /// <summary>Takes the lock of a state file.</summary>
    /// <exception cref="IOException">
    /// Another process has the lock, its folder is missing, a link has its name, or the file system does not keep times of writing.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static StateLock Take(string path) => Take(path, File.SetLastWriteTimeUtc);

    /// <summary>Takes the lock of a state file on a file system that sets times of writing in this way.</summary>
    /// <inheritdoc cref="Take(string)"/>
    public static StateLock Take(string path, Action<SafeFileHandle, DateTime> setTime)
    {
        var name = path + ".lock";
        if (new FileInfo(name).LinkTarget is not null)
        {
            throw new IOException($"'{name}' is a link; the emulator needs that name for its lock.");
        }

        for (var i = 0; i < MaxTries; i++)
        {
            var file = Open(path, name);
            try
            {
                var taken = new StateLock(file, setTime);
                if (taken.IsHeld)
                {
                    return taken;
                }
            }
            catch
            {
                // Left open, it would keep this process away, which would then blame another emulator.
                file.Dispose();
                throw;
            }

            // The process that had the lock may have deleted the file just after it was opened here. A lock on a deleted file excludes
            // no other process.
            file.Dispose();
        }

        throw new IOException(
            $"'{path}' cannot be locked: its file system does not keep the last write time of '{name}', by which an emulator knows its "
            + "lock.");
    }

    /// <summary>Releases the lock and deletes its file.</summary>
    public void Dispose()
    {
        // While it is locked, so that a process that opens it meanwhile sees that it is gone. Windows deletes it with the last handle.
        if (!OperatingSystem.IsWindows() && IsHeld)
        {
            TryDelete(_file.Name);
        }

        _file.Dispose();
    }

    private static FileStream Open(string path, string name)
    {
        try
        {
            var options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
            return new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new IOException($"'{path}' cannot be locked; another emulator may be using it: {e.Message}", e);
        }
    }

    private static void TryDelete(string name)
    {
        try
        {
            File.Delete(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that stays is used by the next emulator.
        }
    }
}
