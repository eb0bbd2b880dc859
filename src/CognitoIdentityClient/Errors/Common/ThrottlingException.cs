namespace CognitoIdentity;

/// <summary>The exception thrown when the service throttles the request, and its retries too.</summary>
/// <remarks>
/// Error code <c>ThrottlingException</c>. One of the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html">errors common to all AWS services</see>.
/// <see cref="CognitoIdentityException.IsThrottling"/> is true.
/// </remarks>
public sealed class ThrottlingException : CognitoIdentityException
{
    private const string Code = "ThrottlingException";

    /// <summary>Creates the exception with a general message.</summary>
    public ThrottlingException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public ThrottlingException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ThrottlingException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
