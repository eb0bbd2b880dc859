namespace CognitoIdentity;

/// <summary>
/// A store of sessions, so that a restarted process or another server goes on with the credentials that a user has. Sessions are secret:
/// whoever reads one has the user's AWS credentials until they expire. Implementations have to be thread-safe, and keep sessions where
/// nobody else can read them.
/// </summary>
/// <remarks>By default sessions are not stored: see <see cref="CognitoIdentityCredentialsOptions.SessionStore"/>.</remarks>
public interface ISessionStore
{
    /// <summary>Returns the session of a user.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="userKey">The user: <c>guest</c>, <c>guest:KEY</c> or <c>user:KEY</c> with the application's own key.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The session as it was stored, or null if none is stored. Unreadable entries are treated as missing.</returns>
    Task<byte[]?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default);

    /// <summary>Stores the session of a user in place of an earlier one.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="userKey">The user, as in <see cref="GetAsync"/>.</param>
    /// <param name="session">The session, at most 16 KiB. Secret.</param>
    /// <param name="expiration">When the session expires (UTC). It may be removed after that.</param>
    /// <param name="cancellationToken">Cancels storing; either the old or the new session is then stored.</param>
    Task SetAsync(
        string identityPoolId,
        string userKey,
        byte[] session,
        DateTimeOffset expiration,
        CancellationToken cancellationToken = default);

    /// <summary>Removes the session of a user; does nothing if none is stored.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="userKey">The user, as in <see cref="GetAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default);
}
