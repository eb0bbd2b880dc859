namespace CognitoIdentity;

/// <summary>The exception thrown when the request reaches the service more than 15 minutes before or after its date.</summary>
/// <remarks>
/// Error code <c>RequestExpired</c>. One of the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html">errors common to all AWS services</see>.
/// </remarks>
public sealed class RequestExpiredException : CognitoIdentityException
{
    private const string Code = "RequestExpired";

    /// <summary>Creates the exception with a general message.</summary>
    public RequestExpiredException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public RequestExpiredException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public RequestExpiredException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
