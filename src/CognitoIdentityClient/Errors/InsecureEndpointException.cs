namespace CognitoIdentity;

/// <summary>
/// The exception thrown when a signed operation is called on a plain <c>http</c> endpoint on another machine, where anyone on the network
/// could read the signature and the session token. Nothing was sent. <see cref="CognitoIdentityClientOptions.AllowInsecureEndpoint"/>
/// allows it.
/// </summary>
public sealed class InsecureEndpointException : CognitoIdentityException
{
    /// <summary>Creates the exception with a general message.</summary>
    public InsecureEndpointException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message; null for a general text.</param>
    public InsecureEndpointException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public InsecureEndpointException(string? message, Exception? innerException)
        : base(message ?? GeneralText, innerException)
    {
    }

    private const string GeneralText =
        "A signed request would be sent unencrypted. Use https, or set CognitoIdentityClientOptions.AllowInsecureEndpoint.";
}
