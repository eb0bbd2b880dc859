namespace CognitoIdentity;

/// <summary>The exception thrown when the caller does not have sufficient access: no policy allows the action, or one denies it.</summary>
/// <remarks>
/// Error code <c>AccessDeniedException</c>. One of the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html">errors common to all AWS services</see>.
/// </remarks>
public sealed class AccessDeniedException : CognitoIdentityException
{
    private const string Code = "AccessDeniedException";

    /// <summary>Creates the exception with a general message.</summary>
    public AccessDeniedException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public AccessDeniedException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public AccessDeniedException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
