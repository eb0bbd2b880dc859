namespace CognitoIdentity;

/// <summary>The exception thrown when a login is already linked to another identity.</summary>
/// <remarks>
/// Error code <c>ResourceConflictException</c>. One of the errors that the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">API reference</see> lists for the operations of the
/// service. <see cref="CognitoIdentityException.IsConflict"/> is true.
/// </remarks>
public sealed class ResourceConflictException : CognitoIdentityException
{
    private const string Code = "ResourceConflictException";

    /// <summary>Creates the exception with a general message.</summary>
    public ResourceConflictException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public ResourceConflictException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ResourceConflictException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
