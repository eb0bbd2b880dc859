namespace CognitoIdentity;

/// <summary>
/// The exception thrown when no response arrives because the connection cannot be made or is lost: name resolution, connecting, TLS, a
/// reset. The message names the host and the number of attempts; the inner exception has the failure of the connection.
/// </summary>
public sealed class CognitoIdentityConnectionException : CognitoIdentityException
{
    /// <summary>Creates the exception with a general message.</summary>
    public CognitoIdentityConnectionException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message; null for a general text.</param>
    public CognitoIdentityConnectionException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message; null for a general text.</param>
    /// <param name="innerException">The failure of the connection; null if it is unknown.</param>
    public CognitoIdentityConnectionException(string? message, Exception? innerException)
        : base(message ?? "The connection to Amazon Cognito identity pools failed.", innerException)
    {
    }

    /// <summary>Gets true: a later attempt may get a connection.</summary>
    public override bool IsTransient => true;

    // Without a connection nothing can have been sent. After any other loss the outcome is unknown.
    private protected override bool LeavesOutcomeOpen =>
        InnerException is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        };
}
