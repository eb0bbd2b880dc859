using System.Text;

namespace CognitoIdentity;

/// <summary>
/// A store of identity ids in a folder, which outlives the process. It has one small file for each user, which is replaced as a whole and
/// which only the account of the process may read: on Unix by the file mode 600, on Windows by the permissions of the folder, which are as
/// strict in a user's profile. Processes can share a folder.
/// </summary>
/// <remarks>
/// A damaged file, or one that belongs to another user, is treated as missing, and so are links and special files. An error of the file
/// system is thrown, because it is no reason to lose an identity.
/// </remarks>
public sealed class FileIdentityIdStore : IIdentityIdStore
{
    // A file is a checksum and an identity id of at most 55 characters.
    private const int LongestFile = 1024;

    private readonly PrivateFolder _folder;

    /// <summary>Creates a store in a folder.</summary>
    /// <param name="folder">
    /// The folder's path, best one below <c>Environment.SpecialFolder.LocalApplicationData</c>. Created with mode 700 on the first write.
    /// Get that folder with <c>SpecialFolderOption.Create</c>: its path is empty as long as it does not exist.
    /// </param>
    /// <param name="allowSharedFolder">
    /// Whether to use the folder although other accounts may write to it, and so could give users the identities of others. Default: false,
    /// and reading and writing such a folder throws <see cref="UnauthorizedAccessException"/>. Not checked on Windows.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is null or empty.</exception>
    public FileIdentityIdStore(string folder, bool allowSharedFolder = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = new(folder, ".identity", LongestFile, allowSharedFolder);
    }

    /// <summary>The full path of the folder.</summary>
    internal string Folder => _folder.Path;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A text contains an unpaired surrogate.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or other accounts may write to the folder.</exception>
    public async Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) =>
        await _folder.ReadAsync(identityPoolId, userKey, cancellationToken).ConfigureAwait(false) is { } content
            ? Encoding.UTF8.GetString(content)
            : null;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A text contains an unpaired surrogate.</exception>
    /// <exception cref="IOException">The file cannot be written; an earlier one is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to, or other accounts may write to it.</exception>
    public Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default) =>
        _folder.WriteAsync(identityPoolId, userKey, Encoding.UTF8.GetBytes(identityId), cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A text contains an unpaired surrogate.</exception>
    /// <exception cref="IOException">The file cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be deleted.</exception>
    public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) =>
        _folder.RemoveAsync(identityPoolId, userKey, cancellationToken);
}
