namespace CognitoIdentity;

/// <summary>The exception thrown when the developer user identifier is already registered under a different identity id.</summary>
/// <remarks>
/// Error code <c>DeveloperUserAlreadyRegisteredException</c>. One of the errors that the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">API reference</see> lists for the operations of the
/// service. LookupDeveloperIdentity returns that id. <see cref="CognitoIdentityException.IsConflict"/> is true.
/// </remarks>
public sealed class DeveloperUserAlreadyRegisteredException : CognitoIdentityException
{
    private const string Code = "DeveloperUserAlreadyRegisteredException";

    /// <summary>Creates the exception with a general message.</summary>
    public DeveloperUserAlreadyRegisteredException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public DeveloperUserAlreadyRegisteredException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public DeveloperUserAlreadyRegisteredException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
