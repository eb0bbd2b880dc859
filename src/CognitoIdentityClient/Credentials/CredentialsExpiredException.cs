namespace CognitoIdentity;

/// <summary>
/// The exception thrown when new credentials arrive already expired: by the service's clock and by the local one, their expiration is past.
/// The next attempt is made after a short pause.
/// </summary>
public sealed class CredentialsExpiredException : CognitoIdentityException
{
    /// <summary>Creates an exception with a general message.</summary>
    public CredentialsExpiredException()
        : this(message: null)
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The expiration and the time; null for a general text.</param>
    public CredentialsExpiredException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The expiration and the time; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public CredentialsExpiredException(string? message, Exception? innerException)
        : base(message ?? "The credentials arrived expired.", innerException)
    {
    }

    /// <summary>Gets true: a later attempt may bring valid credentials.</summary>
    public override bool IsTransient => true;
}
