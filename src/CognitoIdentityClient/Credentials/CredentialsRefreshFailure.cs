namespace CognitoIdentity;

/// <summary>That credentials could not be refreshed, and why.</summary>
public sealed class CredentialsRefreshFailure
{
    internal CredentialsRefreshFailure(Exception exception, string identityPoolId, string? userKey, DateTimeOffset? servedUntil)
    {
        Exception = exception;
        IdentityPoolId = identityPoolId;
        UserKey = userKey;
        ServedUntil = servedUntil;
    }

    /// <summary>What went wrong: an error of the client, of a callback or of the store.</summary>
    public Exception Exception { get; }

    /// <summary>The pool's id.</summary>
    public string IdentityPoolId { get; }

    /// <summary>The application's key for the user, or null if it gave none.</summary>
    public string? UserKey { get; }

    /// <summary>
    /// Until when, UTC, the credentials at hand go on being served; null if there are none that are valid, and callers got
    /// <see cref="Exception"/>.
    /// </summary>
    public DateTimeOffset? ServedUntil { get; }
}
