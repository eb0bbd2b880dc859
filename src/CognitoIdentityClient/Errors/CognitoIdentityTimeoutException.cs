namespace CognitoIdentity;

/// <summary>
/// The exception thrown when a client timeout passes: <see cref="CognitoIdentityClientOptions.AttemptTimeout"/> of the last attempt,
/// or <see cref="CognitoIdentityClientOptions.TotalTimeout"/>. The message says which one, and after how many attempts. After the total
/// timeout, <see cref="Exception.InnerException"/> is the failure of the last attempt, such as throttling, if an attempt had failed.
/// </summary>
public sealed class CognitoIdentityTimeoutException : CognitoIdentityException
{
    /// <summary>Creates the exception with a general message.</summary>
    public CognitoIdentityTimeoutException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message; null for a general text.</param>
    public CognitoIdentityTimeoutException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message; null for a general text.</param>
    /// <param name="innerException">The failure of the last attempt, or null.</param>
    public CognitoIdentityTimeoutException(string? message, Exception? innerException)
        : base(message ?? "A call to Amazon Cognito identity pools timed out.", innerException)
    {
    }

    /// <summary>Gets true: a later call may be faster.</summary>
    public override bool IsTransient => true;

    private protected override bool LeavesOutcomeOpen => true;
}
