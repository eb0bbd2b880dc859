namespace CognitoIdentity;

/// <summary>
/// The exception thrown when a response of success is not a response of the operation: it is not a JSON object, it lacks a necessary
/// member, a member is malformed (the message names it), or the body exceeds <see cref="CognitoIdentityClientOptions.MaxResponseBytes"/>.
/// The client retries it only for operations that read. If the response does not look like one of Amazon Cognito,
/// <see cref="CognitoIdentityException.Reason"/> is <see cref="ErrorReason.NotCognitoIdentity"/>.
/// </summary>
public sealed class InvalidResponseException : CognitoIdentityException
{
    /// <summary>Creates the exception with a general message.</summary>
    public InvalidResponseException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message; null for a general text.</param>
    public InvalidResponseException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message; null for a general text.</param>
    /// <param name="innerException">The error of the JSON reader, or null.</param>
    public InvalidResponseException(string? message, Exception? innerException)
        : base(message ?? "The response is not one of the operation that was called.", innerException)
    {
    }

    /// <summary>Gets false: resending the request would give the same response.</summary>
    public override bool IsTransient => false;

    // The status was one of success.
    private protected override bool LeavesOutcomeOpen => true;
}
