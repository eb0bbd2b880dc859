namespace CognitoIdentity;

/// <summary>The exception thrown when the service fails while it processes the request.</summary>
/// <remarks>
/// Error code <c>InternalErrorException</c>. One of the errors that the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">API reference</see> lists for the operations of the
/// service. The client retries it. <see cref="CognitoIdentityException.IsTransient"/> is true.
/// </remarks>
public sealed class InternalErrorException : CognitoIdentityException
{
    private const string Code = "InternalErrorException";

    /// <summary>Creates the exception with a general message.</summary>
    public InternalErrorException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public InternalErrorException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public InternalErrorException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
