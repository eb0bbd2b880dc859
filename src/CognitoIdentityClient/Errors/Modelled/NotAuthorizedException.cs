namespace CognitoIdentity;

/// <summary>The exception thrown when the caller or a login is not authorized.</summary>
/// <remarks>
/// Error code <c>NotAuthorizedException</c>. One of the errors that the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">API reference</see> lists for the operations of the
/// service. Also thrown for the common error <c>NotAuthorized</c>. <see cref="CognitoIdentityException.Reason"/> tells the many causes
/// apart.
/// </remarks>
public sealed class NotAuthorizedException : CognitoIdentityException
{
    private const string Code = "NotAuthorizedException";

    /// <summary>Creates the exception with a general message.</summary>
    public NotAuthorizedException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public NotAuthorizedException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public NotAuthorizedException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
