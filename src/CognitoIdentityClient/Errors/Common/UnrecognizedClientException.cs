namespace CognitoIdentity;

/// <summary>The exception thrown when the AWS access key id or the session token is invalid.</summary>
/// <remarks>
/// Error code <c>UnrecognizedClientException</c>. AWS services also send this error, although the API reference does not list it.
/// </remarks>
public sealed class UnrecognizedClientException : CognitoIdentityException
{
    private const string Code = "UnrecognizedClientException";

    /// <summary>Creates the exception with a general message.</summary>
    public UnrecognizedClientException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public UnrecognizedClientException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public UnrecognizedClientException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
