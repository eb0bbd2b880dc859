namespace CognitoIdentity;

/// <summary>The exception thrown when the service is temporarily unavailable.</summary>
/// <remarks>
/// Error code <c>ServiceUnavailable</c>. One of the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html">errors common to all AWS services</see>. The
/// client retries it. <see cref="CognitoIdentityException.IsTransient"/> is true.
/// </remarks>
public sealed class ServiceUnavailableException : CognitoIdentityException
{
    private const string Code = "ServiceUnavailable";

    /// <summary>Creates the exception with a general message.</summary>
    public ServiceUnavailableException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public ServiceUnavailableException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ServiceUnavailableException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
