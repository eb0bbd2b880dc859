namespace CognitoIdentity;

/// <summary>The exception thrown when the signature of the request does not conform to AWS standards.</summary>
/// <remarks>
/// Error code <c>IncompleteSignature</c>. One of the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html">errors common to all AWS services</see>.
/// </remarks>
public sealed class IncompleteSignatureException : CognitoIdentityException
{
    private const string Code = "IncompleteSignature";

    /// <summary>Creates the exception with a general message.</summary>
    public IncompleteSignatureException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public IncompleteSignatureException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public IncompleteSignatureException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
