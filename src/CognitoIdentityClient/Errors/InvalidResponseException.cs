namespace CognitoIdentity;

/// <summary>
/// The service, or something in front of it, answered with success but not with a response of the operation: not a JSON object, a
/// necessary member is missing, a member is malformed (the message names it), or the body is over
/// <see cref="CognitoIdentityClientOptions.MaxResponseBytes"/>. Retried only for operations that read.
/// </summary>
public sealed class InvalidResponseException : CognitoIdentityException
{
    /// <summary>An invalid response.</summary>
    /// <param name="message">What is wrong with the response; null for a general text.</param>
    /// <param name="innerException">What the JSON reader threw, if it did.</param>
    public InvalidResponseException(string? message = null, Exception? innerException = null)
        : base(message ?? "The response is not one of the operation that was called.", innerException)
    {
    }

    /// <summary>Always false: the answer came, and came like this.</summary>
    public override bool IsTransient => false;

    // The status was one of success.
    private protected override bool LeavesOutcomeOpen => true;
}
