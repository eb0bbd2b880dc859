namespace CognitoIdentity;

/// <summary>An identity that was not deleted, or of which nobody knows, and why.</summary>
public sealed record UndeletedIdentity
{
    /// <summary>The identity's id, as it was given.</summary>
    public required string IdentityId { get; init; }

    /// <summary>Why the service did not delete it; null if it gave no reason, or if the whole request failed.</summary>
    public UnprocessedIdentityErrorCode? ErrorCode { get; init; }

    /// <summary>
    /// Why it was not sent, or why the request that it was in failed: an <see cref="ArgumentException"/> for an id that is none, a
    /// <see cref="CognitoIdentityException"/>, or an <see cref="OperationCanceledException"/> for a request that was cut off. Null if the
    /// request was answered.
    /// </summary>
    public Exception? Error { get; init; }

    /// <summary>
    /// Whether it may be deleted all the same: an answer was lost, so nobody knows, or came to a request that had been sent before. To
    /// delete it again does no harm.
    /// </summary>
    public bool MayBeDeleted { get; init; }
}
