namespace CognitoIdentity;

/// <summary>
/// No answer came because the connection could not be made or was lost: name resolution, connecting, TLS, a reset. The message names the
/// host and the number of attempts; the inner exception says what happened.
/// </summary>
public sealed class CognitoIdentityConnectionException : CognitoIdentityException
{
    /// <summary>An error of the connection.</summary>
    /// <param name="message">What went wrong; null for a general text.</param>
    /// <param name="innerException">What happened to the connection.</param>
    public CognitoIdentityConnectionException(string? message = null, Exception? innerException = null)
        : base(message ?? "The connection to Amazon Cognito identity pools failed.", innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    // Without a connection nothing can have been sent. Of any other loss nobody can tell.
    private protected override bool LeavesOutcomeOpen =>
        InnerException is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        };
}
