namespace CognitoIdentity;

/// <summary>
/// Remembers which identity a user has in a pool: for a guest it is the only way back to the identity after a restart, for a signed-in user
/// it saves a call. Identity ids are all that is stored, no tokens and no credentials. Has to be safe for use by many threads.
/// </summary>
public interface IIdentityIdStore
{
    /// <summary>The identity of a user.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="userKey">The user: <c>guest</c>, <c>guest:KEY</c> or <c>user:KEY</c> with the application's own key.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The identity's id, or null if none is stored. What cannot be read as what was stored is none.</returns>
    Task<string?> GetAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default);

    /// <summary>Stores the identity of a user, in place of an earlier one.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="userKey">The user, as in <see cref="GetAsync"/>.</param>
    /// <param name="identityId">The identity's id, <c>REGION:GUID</c>.</param>
    /// <param name="cancellationToken">Stops storing; either the old or the new id is then stored.</param>
    Task SetAsync(string identityPoolId, string userKey, string identityId, CancellationToken cancellationToken = default);

    /// <summary>Forgets the identity of a user; does nothing if none is stored.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="userKey">The user, as in <see cref="GetAsync"/>.</param>
    /// <param name="cancellationToken">Stops forgetting.</param>
    Task RemoveAsync(string identityPoolId, string userKey, CancellationToken cancellationToken = default);
}
