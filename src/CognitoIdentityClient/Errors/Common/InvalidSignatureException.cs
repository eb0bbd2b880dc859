namespace CognitoIdentity;

/// <summary>
/// The exception thrown when the signature does not match: the secret key is wrong, the clock is off by more than five minutes, or a proxy
/// changed the request.
/// </summary>
/// <remarks>
/// Error code <c>InvalidSignatureException</c>. AWS services also send this error, although the API reference does not list it. The client
/// corrects its clock and retries unless <see cref="CognitoIdentityClientOptions.ClockSkewCorrection"/> is off.
/// </remarks>
public sealed class InvalidSignatureException : CognitoIdentityException
{
    private const string Code = "InvalidSignatureException";

    /// <summary>Creates the exception with a general message.</summary>
    public InvalidSignatureException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public InvalidSignatureException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public InvalidSignatureException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
