namespace CognitoIdentity;

/// <summary>
/// A store of sessions in a folder, which outlives the process: one small file for each user, with the permissions of
/// <see cref="FileIdentityIdStore"/>. Without a <c>protect</c> function the files hold the users' AWS credentials in plain text, readable
/// by whoever can read the account's files, backups included.
/// </summary>
/// <remarks>A file that is damaged, belongs to another user or cannot be decrypted is treated as missing.</remarks>
/// <example>
/// <code>
/// options.SessionStore = new FileSessionStore(folder, protector.Protect, protector.Unprotect);
/// </code>
/// </example>
public sealed class FileSessionStore : ISessionStore
{
    private const int LongestFile = 64 * 1024;

    private readonly PrivateFolder _folder;
    private readonly Func<byte[], byte[]>? _protect;
    private readonly Func<byte[], byte[]>? _unprotect;

    /// <summary>Creates a store in a folder.</summary>
    /// <param name="folder">
    /// The folder's path, best one below <c>Environment.SpecialFolder.LocalApplicationData</c>. Created with mode 700 on the first write.
    /// Get that folder with <c>SpecialFolderOption.Create</c>: its path is empty as long as it does not exist.
    /// </param>
    /// <param name="protect">Encrypts a session before it is written; null to write it as it is.</param>
    /// <param name="unprotect">
    /// Decrypts what <paramref name="protect"/> returned. An exception that it throws counts as a missing session. Null if
    /// <paramref name="protect"/> is null.
    /// </param>
    /// <param name="allowSharedFolder">
    /// Whether to use the folder although other accounts may write to it. Default: false. Not checked on Windows.
    /// </param>
    /// <exception cref="ArgumentException">
    /// <paramref name="folder"/> is null or empty, or only one of <paramref name="protect"/> and <paramref name="unprotect"/> is given.
    /// </exception>
    public FileSessionStore(
        string folder,
        Func<byte[], byte[]>? protect = null,
        Func<byte[], byte[]>? unprotect = null,
        bool allowSharedFolder = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (protect is null != unprotect is null)
        {
            throw new ArgumentException(
                "Encryption takes both functions, protect and unprotect.", protect is null ? nameof(protect) : nameof(unprotect));
        }

        _folder = new(folder, ".session", LongestFile, allowSharedFolder);
        (_protect, _unprotect) = (protect, unprotect);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or other accounts may write to the folder.</exception>
    public async Task<byte[]?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default)
    {
        if (await _folder.ReadAsync(identityPoolId, userKey, cancellationToken).ConfigureAwait(false) is not { } content)
        {
            return null;
        }

        try
        {
            return _unprotect is null ? content : _unprotect(content);
        }
        catch (Exception)
        {
            // The key has changed, or the file was written without encryption: a refresh replaces it.
            return null;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written; an earlier one is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to, or other accounts may write to it.</exception>
    public Task SetAsync(
        string identityPoolId,
        string userKey,
        byte[] session,
        DateTimeOffset expiration,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return _folder.WriteAsync(identityPoolId, userKey, _protect is null ? session : _protect(session), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be deleted.</exception>
    public Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default) =>
        _folder.RemoveAsync(identityPoolId, userKey, cancellationToken);
}
