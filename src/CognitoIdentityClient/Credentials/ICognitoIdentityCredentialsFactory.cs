namespace CognitoIdentity;

/// <summary>
/// A factory that creates credentials for the users of one pool, for servers: each user's credentials are created once and shared by the
/// user's requests, over one client. The number of users is bounded (<see cref="CognitoIdentityCredentialsOptions.MaxUsers"/>); evicted
/// credentials go on working for whoever has them. Thread-safe.
/// </summary>
public interface ICognitoIdentityCredentialsFactory
{
    /// <summary>Returns the credentials of a signed-in user.</summary>
    /// <param name="userKey">
    /// The application's own key for the user, taken from what it has verified, such as the subject of a checked token: whoever comes with
    /// the key gets the user's credentials.
    /// </param>
    /// <param name="logins">
    /// The providers' names with the user's tokens, as they came with the current request. Of each provider the newest token is used at the
    /// next refresh: JSON Web Tokens are compared by their own times, so requests may overtake each other; of other tokens the last one
    /// counts.
    /// </param>
    /// <returns>The credentials; nothing is sent before they are used.</returns>
    /// <exception cref="ArgumentException"><paramref name="userKey"/> or <paramref name="logins"/> is empty.</exception>
    CognitoIdentityCredentials ForUser(string userKey, IReadOnlyDictionary<string, string> logins);

    /// <summary>
    /// Returns the credentials of a user of any kind: with callbacks, developer-authenticated, with a custom role, or a guest.
    /// </summary>
    /// <param name="userKey">The application's own key for the user; it takes the place of <see cref="CognitoIdentityUser.Key"/>.</param>
    /// <param name="user">The user. It takes the place of an earlier one with the same key, and is used at the next refresh.</param>
    /// <returns>
    /// The credentials; nothing is sent before they are used. A guest and a signed-in user with the same key get separate credentials, as
    /// does the same user with another custom role. All roles returned by a callback count as one.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="userKey"/> is empty.</exception>
    CognitoIdentityCredentials ForUser(string userKey, CognitoIdentityUser user);

    /// <summary>
    /// Signs a user out, and then removes the credentials and the identity from memory and from the stores. A guest with the same key
    /// stays.
    /// </summary>
    /// <param name="userKey">The application's own key for the user.</param>
    /// <param name="cancellationToken">Cancels the wait for the stores.</param>
    /// <exception cref="ArgumentException"><paramref name="userKey"/> is empty.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">A store took longer than the options' StoreTimeout.</exception>
    /// <exception cref="InvalidOperationException">A callback of the user's credentials called this.</exception>
    Task SignOutAsync(string userKey, CancellationToken cancellationToken = default);
}
