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
    /// <param name="innerException">The exception that caused this one, or null.</param>
    public LoginTokenException(string? message, Exception? innerException)
        : base(message ?? "The token cannot be a login.", innerException)
    {
    }

    /// <summary>
    /// Gets the message, followed by <c>Hint:</c> and the <see cref="Hint"/> if there is one, so that a log of the message alone shows what
    /// to check.
    /// </summary>
    public override string Message => Hint is { } hint ? ErrorText.WithHint(base.Message, hint) : base.Message;

    /// <summary>Gets the reason, for use in code. <see cref="ErrorReason.Unknown"/> on an exception that was created without one.</summary>
    public ErrorReason Reason { get; init; }

    /// <summary>Gets advice on what to check, in one or two sentences; null if <see cref="Reason"/> is unknown.</summary>
    public string? Hint => Reason.Hint;

    /// <summary>
    /// Gets or sets the page of the AWS documentation that explains <see cref="Reason"/>, an absolute https address; null if the reason is
    /// unknown and no other link was set.
    /// </summary>
    public override string? HelpLink
    {
        get => base.HelpLink ?? Reason.HelpLink;
        set => base.HelpLink = value;
    }

    /// <summary>Returns the text of any exception, followed by a line with the reason and the link, if there is a reason.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        new ErrorText(base.ToString())
            .Append(nameof(Reason), Reason == ErrorReason.Unknown ? null : Reason.Value)
            .Append(nameof(HelpLink), HelpLink)
            .ToString();
}
