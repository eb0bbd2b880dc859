using System.Security.Cryptography;

namespace CognitoIdentity.Emulator;

/// <summary>
/// The lock that keeps other emulators away from a state file: a file beside it, open to one process. The system releases it even if the
/// process is killed.
/// </summary>
internal sealed class StateLock : IDisposable
{
    private readonly FileStream _file;
    private readonly DateTime _mark;

    private StateLock(FileStream file)
    {
        _file = file;
        // A time of writing that no other file at this path has. Whole seconds, because some file systems keep no fractions, and even
        // ones, because some keep nothing else.
        _mark = DateTime.UnixEpoch.AddSeconds(2 * RandomNumberGenerator.GetInt32(1, int.MaxValue / 2));
        File.SetLastWriteTimeUtc(_file.SafeFileHandle, _mark);
    }

    /// <summary>
    /// Whether the lock still keeps others away. Outside Windows an open file can be deleted, or its folder, and another process then locks
    /// a new one.
    /// </summary>
    public bool IsHeld => File.GetLastWriteTimeUtc(_file.Name) == _mark;

    /// <summary>Takes the lock of a state file.</summary>
    /// <exception cref="IOException">Another process has the lock, its folder is missing, or a link has its name.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static StateLock Take(string path)
    {
        var name = path + ".lock";
        if (new FileInfo(name).LinkTarget is not null)
        {
            throw new IOException($"'{name}' is a link; the emulator needs that name for its lock.");
        }

        while (true)
        {
            var taken = new StateLock(Open(path, name));
            if (taken.IsHeld)
            {
                return taken;
            }

            // The process that had the lock may have deleted the file just after it was opened here. A lock on a deleted file excludes
            // no other process.
            taken.Dispose();
        }
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
