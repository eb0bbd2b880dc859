namespace CognitoIdentity;

/// <summary>
/// A time-out of the client passed: <see cref="CognitoIdentityClientOptions.AttemptTimeout"/> on the last attempt, or
/// <see cref="CognitoIdentityClientOptions.TotalTimeout"/>. The message says which, and after how many attempts.
/// </summary>
public sealed class CognitoIdentityTimeoutException : CognitoIdentityException
{
    /// <summary>A time-out.</summary>
    /// <param name="message">Which time-out passed; null for a general text.</param>
    /// <param name="innerException">What the pipeline threw.</param>
    public CognitoIdentityTimeoutException(string? message = null, Exception? innerException = null)
        : base(message ?? "A call to Amazon Cognito identity pools timed out.", innerException)
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    private protected override bool LeavesOutcomeOpen => true;
}
