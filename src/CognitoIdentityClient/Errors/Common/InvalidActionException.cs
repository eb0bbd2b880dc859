namespace CognitoIdentity;

/// <summary>The exception thrown when the service does not know the action.</summary>
/// <remarks>
/// Error code <c>InvalidAction</c>. One of the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html">errors common to all AWS services</see>.
/// </remarks>
public sealed class InvalidActionException : CognitoIdentityException
{
    private const string Code = "InvalidAction";

    /// <summary>Creates the exception with a general message.</summary>
    public InvalidActionException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public InvalidActionException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public InvalidActionException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
