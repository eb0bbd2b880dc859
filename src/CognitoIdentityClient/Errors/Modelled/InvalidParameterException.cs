namespace CognitoIdentity;

/// <summary>The exception thrown when the service considers a parameter missing or invalid.</summary>
/// <remarks>
/// Error code <c>InvalidParameterException</c>. One of the errors that the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">API reference</see> lists for the operations of the
/// service. <see cref="CognitoIdentityException.Hint"/> says what to check where the message is a known one.
/// </remarks>
public sealed class InvalidParameterException : CognitoIdentityException
{
    private const string Code = "InvalidParameterException";

    /// <summary>Creates the exception with a general message.</summary>
    public InvalidParameterException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public InvalidParameterException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public InvalidParameterException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
