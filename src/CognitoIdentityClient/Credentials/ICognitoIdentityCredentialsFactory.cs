namespace CognitoIdentity;

/// <summary>
/// Credentials of many users of one pool, for servers: each user's are made once and shared by the user's requests, over one client. The
/// number of users is bounded (<see cref="CognitoIdentityCredentialsOptions.MaxUsers"/>); credentials that were dropped to make room go on
/// working for whoever holds them. Thread-safe.
/// </summary>
public interface ICognitoIdentityCredentialsFactory
{
    /// <summary>The credentials of a signed-in user.</summary>
    /// <param name="userKey">
    /// The application's own key for the user, from what it has verified, such as the subject of a checked token: whoever comes with the key
    /// gets the user's credentials.
    /// </param>
    /// <param name="logins">
    /// The providers' names with the user's tokens, as they came with the current request. They take the place of older ones, and are used at
    /// the next refresh.
    /// </param>
    /// <returns>The credentials; nothing is sent before they are used.</returns>
    /// <exception cref="ArgumentException"><paramref name="userKey"/> or <paramref name="logins"/> is empty.</exception>
    CognitoIdentityCredentials ForUser(string userKey, IReadOnlyDictionary<string, string> logins);

    /// <summary>The credentials of a user of any kind: with callbacks, developer-authenticated, with a role of their own, or a guest.</summary>
    /// <param name="userKey">The application's own key for the user; it takes the place of <see cref="CognitoIdentityUser.Key"/>.</param>
    /// <param name="user">The user. It takes the place of an older one of the same key, and is used at the next refresh.</param>
    /// <returns>
    /// The credentials; nothing is sent before they are used. A guest and a signed-in user of one key have different ones, and so has the same
    /// user with another custom role; whatever role a callback names, it counts as one.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="userKey"/> is empty.</exception>
    CognitoIdentityCredentials ForUser(string userKey, CognitoIdentityUser user);

    /// <summary>Signs a user out: the signed-in user's credentials and identity are forgotten. A guest of the same key stays.</summary>
    /// <param name="userKey">The application's own key for the user.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    Task SignOutAsync(string userKey, CancellationToken cancellationToken = default);
}
