namespace CognitoIdentity;

/// <summary>The exception thrown when the service throttles the request, and its retries too.</summary>
/// <remarks>
/// Error code <c>TooManyRequestsException</c>. One of the errors that the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">API reference</see> lists for the operations of the
/// service. <see cref="CognitoIdentityException.IsThrottling"/> is true.
/// </remarks>
public sealed class TooManyRequestsException : CognitoIdentityException
{
    private const string Code = "TooManyRequestsException";

    /// <summary>Creates the exception with a general message.</summary>
    public TooManyRequestsException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public TooManyRequestsException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public TooManyRequestsException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
