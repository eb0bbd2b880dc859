namespace CognitoIdentity;

/// <summary>The exception thrown when the service fails for an unknown reason.</summary>
/// <remarks>
/// Error code <c>InternalFailure</c>. One of the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html">errors common to all AWS services</see>. The
/// client retries it. <see cref="CognitoIdentityException.IsTransient"/> is true.
/// </remarks>
public sealed class InternalFailureException : CognitoIdentityException
{
    private const string Code = "InternalFailure";

    /// <summary>Creates the exception with a general message.</summary>
    public InternalFailureException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public InternalFailureException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public InternalFailureException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
