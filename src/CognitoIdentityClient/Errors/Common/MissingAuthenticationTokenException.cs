namespace CognitoIdentity;

/// <summary>The exception thrown when a request that needs a signature carries none.</summary>
/// <remarks>
/// Error code <c>MissingAuthenticationTokenException</c>. AWS services also send this error, although the API reference does not list it.
/// </remarks>
public sealed class MissingAuthenticationTokenException : CognitoIdentityException
{
    private const string Code = "MissingAuthenticationTokenException";

    /// <summary>Creates the exception with a general message.</summary>
    public MissingAuthenticationTokenException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public MissingAuthenticationTokenException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public MissingAuthenticationTokenException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
