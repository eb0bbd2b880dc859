namespace CognitoIdentity;

/// <summary>The exception thrown when the input does not satisfy the constraints of the service.</summary>
/// <remarks>
/// Error code <c>ValidationError</c>. One of the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html">errors common to all AWS services</see>.
/// </remarks>
public sealed class ValidationErrorException : CognitoIdentityException
{
    private const string Code = "ValidationError";

    /// <summary>Creates the exception with a general message.</summary>
    public ValidationErrorException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public ValidationErrorException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ValidationErrorException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
