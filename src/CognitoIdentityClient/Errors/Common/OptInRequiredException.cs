namespace CognitoIdentity;

/// <summary>The exception thrown when the AWS access key id needs a subscription for the service.</summary>
/// <remarks>
/// Error code <c>OptInRequired</c>. One of the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html">errors common to all AWS services</see>.
/// </remarks>
public sealed class OptInRequiredException : CognitoIdentityException
{
    private const string Code = "OptInRequired";

    /// <summary>Creates the exception with a general message.</summary>
    public OptInRequiredException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public OptInRequiredException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public OptInRequiredException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
