namespace CognitoIdentity;

/// <summary>The exception thrown when a quota of the AWS account, such as the number of identity pools, is used up.</summary>
/// <remarks>
/// Error code <c>LimitExceededException</c>. One of the errors that the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html">API reference</see> lists for the operations of the
/// service. The client does not retry it, because waiting does not help.
/// </remarks>
public sealed class LimitExceededException : CognitoIdentityException
{
    private const string Code = "LimitExceededException";

    /// <summary>Creates the exception with a general message.</summary>
    public LimitExceededException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public LimitExceededException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public LimitExceededException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
