namespace CognitoIdentity;

/// <summary>A failed refresh of credentials.</summary>
public sealed class CredentialsRefreshFailure
{
    /// <summary>Creates a description, for use in tests.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="userKey">The application's key for the user. Default: null, for a user without one.</param>
    /// <param name="servedUntil">When the cached credentials expire. Default: null, for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> or <paramref name="identityPoolId"/> is null.</exception>
    public CredentialsRefreshFailure(Exception exception, string identityPoolId, string? userKey = null, DateTimeOffset? servedUntil = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(identityPoolId);
        Exception = exception;
        IdentityPoolId = identityPoolId;
        UserKey = userKey;
        ServedUntil = servedUntil;
    }

    /// <summary>Gets the error: one of the client, of a callback or of the store.</summary>
    public Exception Exception { get; }

    /// <summary>Gets the pool's id.</summary>
    public string IdentityPoolId { get; }

    /// <summary>Gets the application's key for the user, or null if it gave none.</summary>
    public string? UserKey { get; }

    /// <summary>
    /// Gets the time (UTC) until which the current credentials are served. Null if none are valid; callers then get
    /// <see cref="Exception"/>.
    /// </summary>
    public DateTimeOffset? ServedUntil { get; }
}
