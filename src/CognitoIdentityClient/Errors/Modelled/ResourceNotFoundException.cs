namespace CognitoIdentity;

/// <summary>The exception thrown when the identity pool, the identity or the developer user does not exist.</summary>
/// <remarks>
/// Error code <c>ResourceNotFoundException</c>. One of the errors that the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">API reference</see> lists for the operations of the
/// service. <see cref="CognitoIdentityException.IsNotFound"/> is true.
/// </remarks>
public sealed class ResourceNotFoundException : CognitoIdentityException
{
    private const string Code = "ResourceNotFoundException";

    /// <summary>Creates the exception with a general message.</summary>
    public ResourceNotFoundException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public ResourceNotFoundException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ResourceNotFoundException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
