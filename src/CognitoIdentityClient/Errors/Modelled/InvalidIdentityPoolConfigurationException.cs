namespace CognitoIdentity;

/// <summary>The exception thrown when the identity pool has no role for the user, or AWS STS does not let it assume that role.</summary>
/// <remarks>
/// Error code <c>InvalidIdentityPoolConfigurationException</c>. One of the errors that the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">API reference</see> lists for the operations of the
/// service. <see cref="CognitoIdentityException.Hint"/> says what to check.
/// </remarks>
public sealed class InvalidIdentityPoolConfigurationException : CognitoIdentityException
{
    private const string Code = "InvalidIdentityPoolConfigurationException";

    /// <summary>Creates the exception with a general message.</summary>
    public InvalidIdentityPoolConfigurationException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public InvalidIdentityPoolConfigurationException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public InvalidIdentityPoolConfigurationException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
