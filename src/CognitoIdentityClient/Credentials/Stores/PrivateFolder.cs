using System.Security.Cryptography;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// A folder of small files that only the account of the process may read: on Unix the modes 700 and 600, on Windows the permissions of the
/// parent folder, which in a user's profile are the same. Files are replaced as a whole. Processes can share the folder.
/// </summary>
/// <param name="path">The folder's path.</param>
/// <param name="extension">The extension of the files.</param>
/// <param name="longestFile">The length above which a file is not one of these, in bytes.</param>
/// <param name="allowsOthers">Whether the folder may be one that other accounts can write to.</param>
internal sealed class PrivateFolder(string path, string extension, int longestFile, bool allowsOthers)
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode PrivateFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode WrittenByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    // No process writes so small a file for so long: it was killed.
    private static readonly TimeSpan LeftoverAfter = TimeSpan.FromHours(1);

    // Two keys must not become one file, as texts with invalid characters do that are all written as the same replacement character.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private volatile bool _isTidy;

    // Two stores of one folder have one path, and so make one guest.
    public string Path { get; } = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    /// <summary>Returns a file's content, or null if the file is missing, damaged or not a regular file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or other accounts may write to the folder.</exception>
    public async Task<byte[]?> ReadAsync(string pool, string key, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path))
        {
            return null;
        }

        RefuseIfOthersMayWrite();
        var name = Locate(pool, key);
        var file = new FileInfo(name);

        // A pipe or a device has no length, and opening one could wait for ever. Links lead to files of others.
        if (file.Exists ? file.LinkTarget is not null || file.Length == 0 || file.Length > longestFile : !Directory.Exists(name))
        {
            return null;
        }

        byte[]? bytes = null;
        try
        {
            await ReplacementRace.RetryAsync(
                async () => bytes = await File.ReadAllBytesAsync(name, cancellationToken).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        var checksum = Checksum(pool, key, bytes.AsSpan(Math.Min(SHA256.HashSizeInBytes, bytes!.Length)));
        return bytes.AsSpan().StartsWith(checksum) ? bytes[SHA256.HashSizeInBytes..] : null;
    }

    /// <summary>Writes a file in place of an earlier one. If this fails, the earlier one is unchanged.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to, or other accounts may write to it.</exception>
    public async Task WriteAsync(string pool, string key, byte[] content, CancellationToken cancellationToken)
    {
        Create();
        RefuseIfOthersMayWrite();
        var name = Locate(pool, key);
        var unfinished = $"{name}.{Guid.NewGuid():N}.tmp";
        try
        {
            await WriteNewAsync(unfinished, [.. Checksum(pool, key, content), .. content], cancellationToken).ConfigureAwait(false);
            RemoveLeftovers(unfinished);

            // Readers see the old file or the new one and nothing between: a rename within a folder replaces at once.
            await ReplacementRace.RetryAsync(
                () =>
                {
                    File.Move(unfinished, name, overwrite: true);
                    return Task.CompletedTask;
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <exception cref="IOException">The file cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be deleted.</exception>
    public Task RemoveAsync(string pool, string key, CancellationToken cancellationToken)
    {
        var name = Locate(pool, key);
        return !Directory.Exists(Path) ? Task.CompletedTask : ReplacementRace.RetryAsync(
            () =>
            {
                File.Delete(name);
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    private static async Task WriteNewAsync(string file, byte[] content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFileMode;
        }

        var stream = new FileStream(file, options);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(content, cancellationToken).ConfigureAwait(false);

            // On the disk before the rename is: otherwise a power failure could leave an empty file under the final name.
            stream.Flush(flushToDisk: true);
        }
    }

    private void Create()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, FolderMode);
        }
    }

    private void RefuseIfOthersMayWrite()
    {
        if (!allowsOthers && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(Path) & WrittenByOthers) != 0)
        {
            throw new UnauthorizedAccessException(
                $"Other accounts may write to the folder '{Path}', and could give users the identities of others. Take the permission "
                + "away (chmod go-w), or allow it with allowSharedFolder.");
        }
    }

    // By the clock of the file system, in which all these times are.
    private void RemoveLeftovers(string newest)
    {
        if (_isTidy)
        {
            return;
        }

        _isTidy = true;
        var limit = File.GetLastWriteTimeUtc(newest) - LeftoverAfter;
        foreach (
            var leftover in Directory.EnumerateFiles(Path, $"*{extension}.*.tmp").Where(file => File.GetLastWriteTimeUtc(file) < limit))
        {
            File.Delete(leftover);
        }
    }

    // A hash: user keys can have any characters and be personal.
    private string Locate(string pool, string key) =>
        System.IO.Path.Combine(Path, $"{Convert.ToHexString(SHA256.HashData(Name(pool, key)))}{extension}");

    // The length keeps a line break in the pool's id from moving the border between the two.
    private static byte[] Name(string pool, string key) => StrictUtf8.GetBytes($"{pool.Length}\n{pool}\n{key}");

    // The checksum covers whose file it is, so that neither a part of a file nor a copy of another user's is taken for this one.
    private static byte[] Checksum(string pool, string key, ReadOnlySpan<byte> content) =>
        SHA256.HashData([.. Name(pool, key), 0, .. content]);
}
