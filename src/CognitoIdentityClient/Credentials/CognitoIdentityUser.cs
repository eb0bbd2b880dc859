using System.Collections.ObjectModel;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The user that credentials are for: a guest, a user signed in with logins, or a developer-authenticated user. Immutable: the <c>With…</c>
/// methods return a changed copy. Nothing is asked or sent before credentials are needed.
/// </summary>
public sealed class CognitoIdentityUser
{
    private static readonly ReadOnlyDictionary<string, Func<CancellationToken, Task<string>>> NoLogins =
        ReadOnlyDictionary<string, Func<CancellationToken, Task<string>>>.Empty;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private CognitoIdentityUser(
        IReadOnlyDictionary<string, Func<CancellationToken, Task<string>>> logins,
        Func<string?, CancellationToken, Task<DeveloperIdentity>>? developerIdentity = null)
    {
        Logins = logins;
        DeveloperIdentity = developerIdentity;
    }

    private CognitoIdentityUser(CognitoIdentityUser other)
    {
        Logins = other.Logins;
        FixedTokens = other.FixedTokens;
        DeveloperIdentity = other.DeveloperIdentity;
        CustomRoleArn = other.CustomRoleArn;
        GetCustomRoleArn = other.GetCustomRoleArn;
        Key = other.Key;
    }

    /// <summary>Gets a user who has not signed in. The pool has to allow guests.</summary>
    public static CognitoIdentityUser Guest { get; } = new(NoLogins);

    /// <summary>Gets whether this is a guest.</summary>
    public bool IsGuest => Logins.Count == 0 && DeveloperIdentity is null;

    /// <summary>
    /// Gets the application's own key for the user, under which an <see cref="IIdentityIdStore"/> keeps the identity's id; null for none.
    /// See
    /// <see cref="WithKey"/>.
    /// </summary>
    public string? Key { get; private init; }

    internal IReadOnlyDictionary<string, Func<CancellationToken, Task<string>>> Logins { get; private init; }

    /// <summary>The tokens of <see cref="Logins"/> if they are never renewed; otherwise null.</summary>
    internal IReadOnlyDictionary<string, string>? FixedTokens { get; private init; }

    internal Func<string?, CancellationToken, Task<DeveloperIdentity>>? DeveloperIdentity { get; }

    internal string? CustomRoleArn { get; private init; }

    internal Func<CancellationToken, Task<string?>>? GetCustomRoleArn { get; private init; }

    /// <summary>
    /// The key in the store, or null where the identity is not to be stored. Guests and signed-in users never share one, whatever their
    /// keys. A signed-in user without a key is not stored, since the next one at the same device would be taken for the same.
    /// </summary>
    internal string? StoreKey => (IsGuest, Key) switch
    {
        (true, null) => "guest",
        (true, _) => $"guest:{Key}",
        (false, null) => null,
        _ => $"user:{Key}",
    };

    /// <summary>Creates a user signed in with one identity provider.</summary>
    /// <param name="provider">
    /// The provider's name: <c>accounts.google.com</c>, <c>cognito-idp.&lt;region&gt;.amazonaws.com/&lt;user pool id&gt;</c>, …
    /// </param>
    /// <param name="getToken">
    /// Returns the user's current token of the provider. It is called at every refresh, about once an hour, and once more if the service
    /// refuses the token, so it should renew an expired one. It runs on a thread of the thread pool, without any ambient state of a caller.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="provider"/> is null or empty, or <paramref name="getToken"/> is
    /// null.</exception>
    /// <returns>The user, for <see cref="CognitoIdentityCredentialsOptions.User"/> or a factory.</returns>
    public static CognitoIdentityUser SignedIn(string provider, Func<CancellationToken, Task<string>> getToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        ArgumentNullException.ThrowIfNull(getToken);
        return new(new Dictionary<string, Func<CancellationToken, Task<string>>> { [provider] = getToken });
    }

    /// <summary>Creates a user signed in with one or more identity providers, which are linked to one identity.</summary>
    /// <param name="getTokens">
    /// A callback per provider name that returns the user's current token, as in
    /// <see cref="SignedIn(string, Func{CancellationToken, Task{string}})"/>.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="getTokens"/> is null or empty.</exception>
    /// <returns>The user, for <see cref="CognitoIdentityCredentialsOptions.User"/> or a factory.</returns>
    public static CognitoIdentityUser SignedIn(IReadOnlyDictionary<string, Func<CancellationToken, Task<string>>> getTokens)
    {
        ArgumentNullException.ThrowIfNull(getTokens);
        RequireAny(getTokens.Count, nameof(getTokens));
        return new(getTokens.ToDictionary());
    }

    /// <summary>
    /// Creates a user signed in with tokens you already have. They are copied and never renewed: once they have expired, a refresh fails. A
    /// token that the service refused is not sent again, except by <see cref="CognitoIdentityCredentials.RefreshAsync"/>.
    /// </summary>
    /// <param name="logins">The providers' names with the tokens that they issued.</param>
    /// <exception cref="ArgumentException"><paramref name="logins"/> is null or empty.</exception>
    /// <returns>The user, for <see cref="CognitoIdentityCredentialsOptions.User"/> or a factory.</returns>
    public static CognitoIdentityUser SignedIn(IReadOnlyDictionary<string, string> logins)
    {
        ArgumentNullException.ThrowIfNull(logins);
        RequireAny(logins.Count, nameof(logins));
        return new CognitoIdentityUser(NoLogins).WithTokens(logins);
    }

    /// <summary>Creates a user that your own backend signed in (a developer-authenticated identity).</summary>
    /// <param name="getIdentity">
    /// Asks your backend, which calls GetOpenIdTokenForDeveloperIdentity, for the user's identity and a token. It is called at every
    /// refresh, with the identity's id if it is known, otherwise null. Pass the id on to the backend if the user's login should be linked
    /// to it, as when a guest signs in and keeps the identity.
    /// </param>
    /// <returns>The user, for <see cref="CognitoIdentityCredentialsOptions.User"/> or a factory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="getIdentity"/> is null.</exception>
    public static CognitoIdentityUser DeveloperAuthenticated(Func<string?, CancellationToken, Task<DeveloperIdentity>> getIdentity)
    {
        ArgumentNullException.ThrowIfNull(getIdentity);
        return new(NoLogins, getIdentity);
    }

    /// <summary>
    /// Returns the same user with the application's own key, by which the identity's id is stored and found again. Use a value that your
    /// application has verified, such as the subject of a checked token, and nothing that a client could make up: whoever has the key has
    /// the identity.
    /// </summary>
    /// <param name="key">The key: any well-formed text that is not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is null or empty, or contains an unpaired surrogate.</exception>
    /// <returns>The user. The instance that this is called on does not change.</returns>
    public CognitoIdentityUser WithKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        RequireWellFormed(key);
        return new(this) { Key = key };
    }

    /// <summary>Returns the same user with a role of their own in place of the pool's choice.</summary>
    /// <param name="customRoleArn">The role's ARN. The login token has to carry it, as SAML and user pool groups do.</param>
    /// <exception cref="ArgumentException"><paramref name="customRoleArn"/> is null or empty.</exception>
    /// <returns>The user. The instance that this is called on does not change.</returns>
    public CognitoIdentityUser WithCustomRole(string customRoleArn)
    {
        ArgumentException.ThrowIfNullOrEmpty(customRoleArn);
        return new(this) { CustomRoleArn = customRoleArn, GetCustomRoleArn = null };
    }

    /// <summary>Returns the same user with a callback that names the role at every refresh.</summary>
    /// <param name="getCustomRoleArn">Returns the role's ARN, or null for the pool's choice.</param>
    /// <returns>The user. The instance that this is called on does not change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="getCustomRoleArn"/> is null.</exception>
    public CognitoIdentityUser WithCustomRole(Func<CancellationToken, Task<string?>> getCustomRoleArn)
    {
        ArgumentNullException.ThrowIfNull(getCustomRoleArn);
        return new(this) { CustomRoleArn = null, GetCustomRoleArn = getCustomRoleArn };
    }

    /// <summary>Returns the kind of user and the providers; no key and no token.</summary>
    public override string ToString() =>
        IsGuest ? "guest" : DeveloperIdentity is not null ? "developer-authenticated user" : $"user of {string.Join(", ", Logins.Keys)}";

    /// <summary>Returns the same user with other tokens, which are copied.</summary>
    internal CognitoIdentityUser WithTokens(IReadOnlyDictionary<string, string> tokens) => new(this)
    {
        FixedTokens = tokens.ToDictionary(),
        Logins = tokens.ToDictionary<KeyValuePair<string, string>, string, Func<CancellationToken, Task<string>>>(
            login => login.Key,
            login => _ => Task.FromResult(login.Value)),
    };

    // Stores write UTF-8, in which every such half is the same replacement character: users would share an identity.
    private static void RequireWellFormed(string key)
    {
        try
        {
            StrictUtf8.GetByteCount(key);
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException("The key contains an unpaired surrogate.", nameof(key));
        }
    }

    private static void RequireAny(int count, string parameter)
    {
        if (count == 0)
        {
            throw new ArgumentException("Without a login nobody is signed in; a guest is CognitoIdentityUser.Guest.", parameter);
        }
    }
}
