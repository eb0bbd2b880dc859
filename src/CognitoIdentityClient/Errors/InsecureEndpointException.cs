namespace CognitoIdentity;

/// <summary>
/// A signed operation was called on a plain <c>http</c> endpoint that is not on this machine: the signature and a session token would travel
/// in the clear. Nothing was sent. <see cref="CognitoIdentityClientOptions.AllowInsecureEndpoint"/> allows it.
/// </summary>
public sealed class InsecureEndpointException : CognitoIdentityException
{
    /// <summary>A refusal to send a signed request in the clear.</summary>
    /// <param name="message">Which endpoint; null for a general text.</param>
    /// <param name="innerException">What caused the error, if anything did.</param>
    public InsecureEndpointException(string? message = null, Exception? innerException = null)
        : base(
            message ?? "A signed request would travel in the clear. Use https, or set CognitoIdentityClientOptions.AllowInsecureEndpoint.",
            innerException)
    {
    }
}
