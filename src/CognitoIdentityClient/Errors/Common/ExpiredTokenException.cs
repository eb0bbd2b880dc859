namespace CognitoIdentity;

/// <summary>The exception thrown when the session token of the AWS credentials has expired.</summary>
/// <remarks>
/// Error code <c>ExpiredTokenException</c>. AWS services also send this error, although the API reference does not list it.
/// </remarks>
public sealed class ExpiredTokenException : CognitoIdentityException
{
    private const string Code = "ExpiredTokenException";

    /// <summary>Creates the exception with a general message.</summary>
    public ExpiredTokenException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public ExpiredTokenException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ExpiredTokenException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
