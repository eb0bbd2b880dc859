namespace CognitoIdentity;

/// <summary>
/// A token cannot be a login: it is an access token, it has expired, it is from another provider, or it is no token at all. Thrown by
/// <see cref="Logins"/>, before anything is sent. The message says what is wrong, and never shows the token.
/// </summary>
public sealed class LoginTokenException : ArgumentException
{
    /// <summary>A token that cannot be a login.</summary>
    /// <param name="message">What is wrong with it; null for a general text.</param>
    /// <param name="innerException">What caused the error, if anything did.</param>
    public LoginTokenException(string? message = null, Exception? innerException = null)
        : base(message ?? "The token cannot be a login.", innerException)
    {
    }

    /// <summary>What is wrong with the token; <see cref="ErrorReason.Unknown"/> on an exception made without a reason.</summary>
    public ErrorReason Reason { get; init; }

    /// <summary>What to check, in one sentence, with where to read more; null for an unknown reason.</summary>
    public string? Hint => Reason.Hint;
}
