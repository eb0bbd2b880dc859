namespace CognitoIdentity;

/// <summary>
/// The exception thrown by <see cref="Logins"/> when a token cannot be a login: it is an access token, it has expired, another identity
/// provider issued it, or it is not a token at all. Nothing was sent. The message never shows the token.
/// </summary>
public sealed class LoginTokenException : ArgumentException
{
    /// <summary>Creates an exception with a general message.</summary>
    public LoginTokenException()
        : this(message: null)
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">The message; null for a general one.</param>
    public LoginTokenException(string? message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Creates an exception with a message and its cause.</summary>
    /// <param name="message">The message; null for a general one.</param>
    /// <param name="innerException">The cause; null if there is none.</param>
    public LoginTokenException(string? message, Exception? innerException)
        : base(message ?? "The token cannot be a login.", innerException)
    {
    }

    /// <summary>The reason, for use in code. <see cref="ErrorReason.Unknown"/> on an exception that was created without one.</summary>
    public ErrorReason Reason { get; init; }

    /// <summary>One sentence on what to check; null for an unknown reason.</summary>
    public string? Hint => Reason.Hint;
}
