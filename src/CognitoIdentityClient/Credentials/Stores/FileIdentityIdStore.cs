using System.Security.Cryptography;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// Remembers identities in a folder, over restarts of the process: one small file for each user, replaced as a whole, that only the
/// account's own user may read (on Unix mode 600; on Windows what the folder hands down, which in a user's profile is the same).
/// Processes can share a folder.
/// </summary>
/// <remarks>A damaged file, or one of another user, counts as none. An error of the file system is thrown: it is no reason to lose an identity.</remarks>
public sealed class FileIdentityIdStore : IIdentityIdStore
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode PrivateFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A file is a checksum and an identity id, 55 characters at most. Whatever is longer is not ours.
    private const int LongestFile = 1024;

    private readonly string _folder;

    /// <summary>A store in a folder.</summary>
    /// <param name="folder">The folder. It is made, mode 700, when something is stored first.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty.</exception>
    public FileIdentityIdStore(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public async Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
    {
        var file = PathOf(identityPoolId, userKey);
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > LongestFile })
            {
                return null;
            }

            var text = await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false);
            var identityId = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
            return text == Content(identityPoolId, userKey, identityId) ? identityId : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written; an earlier one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public async Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default)
    {
        CreateFolder();
        var file = PathOf(identityPoolId, userKey);
        var unfinished = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            await WriteAsync(unfinished, Content(identityPoolId, userKey, identityId), cancellationToken).ConfigureAwait(false);

            // Readers see the old file or the new one and nothing between: a rename within a folder replaces at once.
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be deleted.</exception>
    public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
    {
        var file = PathOf(identityPoolId, userKey);
        if (File.Exists(file))
        {
            File.Delete(file);
        }

        return Task.CompletedTask;
    }

    private static async Task WriteAsync(string file, string content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFileMode;
        }

        var stream = new FileStream(file, options);
        await using (stream.ConfigureAwait(false))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(content), cancellationToken).ConfigureAwait(false);

            // On the disk before the rename is: else a power failure could leave an empty file under the final name.
            stream.Flush(flushToDisk: true);
        }
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, FolderMode);
        }
    }

    // A hash: user keys can have any characters and be personal.
    private string PathOf(string identityPoolId, string userKey) =>
        Path.Combine(_folder, $"{Hash($"{identityPoolId}\n{userKey}")}.identity");

    // The checksum covers whose identity it is, so that neither a part of a file nor a copy of another user's is taken for this one.
    private static string Content(string identityPoolId, string userKey, string identityId) =>
        $"{Hash($"{identityPoolId}\n{userKey}\n{identityId}")}\n{identityId}";

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
