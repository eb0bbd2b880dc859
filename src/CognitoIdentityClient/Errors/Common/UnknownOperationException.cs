namespace CognitoIdentity;

/// <summary>The exception thrown when the service does not know the operation.</summary>
/// <remarks>
/// Error code <c>UnknownOperationException</c>. AWS services also send this error, although the API reference does not list it.
/// </remarks>
public sealed class UnknownOperationException : CognitoIdentityException
{
    private const string Code = "UnknownOperationException";

    /// <summary>Creates the exception with a general message.</summary>
    public UnknownOperationException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public UnknownOperationException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public UnknownOperationException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
