namespace CognitoIdentity;

/// <summary>The exception thrown when a service that Amazon Cognito depends on, such as Facebook, does not respond.</summary>
/// <remarks>
/// Error code <c>ExternalServiceException</c>. One of the errors that the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">API reference</see> lists for the operations of the
/// service. The client does not retry it.
/// </remarks>
public sealed class ExternalServiceException : CognitoIdentityException
{
    private const string Code = "ExternalServiceException";

    /// <summary>Creates the exception with a general message.</summary>
    public ExternalServiceException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public ExternalServiceException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ExternalServiceException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
