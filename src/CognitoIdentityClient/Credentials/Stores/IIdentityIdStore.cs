namespace CognitoIdentity;

/// <summary>
/// A store of the identities of a pool's users. For a guest it is the only way back to the identity after a restart; for a signed-in user
/// it saves a call. Only identity ids are stored, no tokens and no credentials. Implementations have to be thread-safe.
/// </summary>
public interface IIdentityIdStore
{
    /// <summary>Returns the identity of a user.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="userKey">The user: <c>guest</c>, <c>guest:KEY</c> or <c>user:KEY</c> with the application's own key.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The identity's id, or null if none is stored. Unreadable entries are treated as missing.</returns>
    Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default);

    /// <summary>Stores the identity of a user in place of an earlier one.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="userKey">The user, as in <see cref="GetAsync"/>.</param>
    /// <param name="identityId">The identity's id, <c>REGION:GUID</c>.</param>
    /// <param name="cancellationToken">Cancels storing; either the old or the new id is then stored.</param>
    Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default);

    /// <summary>Removes the identity of a user; does nothing if none is stored.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="userKey">The user, as in <see cref="GetAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default);
}
