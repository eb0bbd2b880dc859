namespace CognitoIdentity;

/// <summary>An identity that was not deleted, or whose outcome is unknown, with the reason.</summary>
public sealed record UndeletedIdentity
{
    /// <summary>Gets the identity's id, exactly as it was given; empty for null.</summary>
    public required string IdentityId { get; init; }

    /// <summary>Gets the service's reason for not deleting the identity. Null if it gave none, or if the whole request failed.</summary>
    public UnprocessedIdentityErrorCode? ErrorCode { get; init; }

    /// <summary>
    /// Gets the exception that prevented the deletion: an <see cref="ArgumentException"/> for a malformed id, which is not sent; otherwise
    /// that of the request, such as a <see cref="CognitoIdentityException"/>, or an <see cref="OperationCanceledException"/> if the request
    /// was cut off after <see cref="BulkOptions.GracePeriod"/>. Null if the service responded with an <see cref="ErrorCode"/>.
    /// </summary>
    public Exception? Error { get; init; }

    /// <summary>
    /// Gets whether the identity may have been deleted nevertheless, because the response to a request that contained it was lost. Deleting
    /// it again does no harm.
    /// </summary>
    public bool MayBeDeleted { get; init; }
}
