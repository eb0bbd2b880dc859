namespace CognitoIdentity;

/// <summary>The exception thrown when the service cannot read the body of the request.</summary>
/// <remarks>
/// Error code <c>SerializationException</c>. AWS services also send this error, although the API reference does not list it.
/// </remarks>
public sealed class SerializationException : CognitoIdentityException
{
    private const string Code = "SerializationException";

    /// <summary>Creates the exception with a general message.</summary>
    public SerializationException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    public SerializationException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message of the service; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public SerializationException(string? message, Exception? innerException)
        : base(Code, message, innerException)
    {
    }
}
