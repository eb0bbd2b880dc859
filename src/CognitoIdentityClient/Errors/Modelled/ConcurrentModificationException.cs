namespace CognitoIdentity;

/// <summary>The exception thrown when another request is changing the same identity pool.</summary>
/// <remarks>
/// Error code <c>ConcurrentModificationException</c>. One of the errors that the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">API reference</see> lists for the operations of the
/// service. Read the pool again, then repeat the change. <see cref="CognitoIdentityException.IsConflict"/> is true.
/// </remarks>
public sealed class ConcurrentModificationException : CognitoIdentityException
{
    private const string Code = "ConcurrentModificationException";

    /// <summary>Creates the exception with a general message.</summary>
    public ConcurrentModificationException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public ConcurrentModificationException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ConcurrentModificationException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
