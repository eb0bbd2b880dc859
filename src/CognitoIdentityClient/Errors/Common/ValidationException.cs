namespace CognitoIdentity;

/// <summary>The exception thrown when the input does not satisfy the constraints of the service.</summary>
/// <remarks>
/// Error code <c>ValidationException</c>. AWS services also send this error, although the API reference does not list it.
/// </remarks>
public sealed class ValidationException : CognitoIdentityException
{
    private const string Code = "ValidationException";

    /// <summary>Creates the exception with a general message.</summary>
    public ValidationException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public ValidationException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ValidationException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
