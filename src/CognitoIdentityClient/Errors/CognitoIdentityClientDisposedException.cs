namespace CognitoIdentity;

/// <summary>
/// The exception thrown when a <see cref="CognitoIdentityClient"/> is called after it was disposed, and by calls that are in progress when
/// it is disposed.
/// </summary>
public sealed class CognitoIdentityClientDisposedException : ObjectDisposedException
{
    private const string GeneralText = "The client was disposed.";

    /// <summary>Creates the exception with a general message.</summary>
    public CognitoIdentityClientDisposedException()
        : this(null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message; null for a general text.</param>
    public CognitoIdentityClientDisposedException(string? message)
        : base(nameof(CognitoIdentityClient), message ?? GeneralText)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public CognitoIdentityClientDisposedException(string? message, Exception? innerException)
        : base(message ?? $"{GeneralText} Object name: '{nameof(CognitoIdentityClient)}'.", innerException)
    {
    }

    /// <summary>
    /// Gets whether the service may have acted on the request of this call: true if it was on its way when the client was disposed, or an
    /// earlier attempt left its outcome open; false if nothing was sent.
    /// </summary>
    public bool MayHaveBeenCarriedOut { get; init; }
}
