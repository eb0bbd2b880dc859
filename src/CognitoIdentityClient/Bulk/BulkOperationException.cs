namespace CognitoIdentity;

/// <summary>
/// The exception thrown when a bulk operation stopped early because of an error, or finished without deleting every identity that it was to
/// delete. <see cref="Result"/> has the whole account, so that nothing that was done is lost.
/// </summary>
/// <remarks>
/// <para>
/// If an error stopped the operation, it is the inner exception, and where it is a <see cref="CognitoIdentityException"/>,
/// <see cref="CognitoIdentityException.ErrorCode"/>, status, request id, operation and retries are copied from it. Without an inner
/// exception the operation reached its end, and <see cref="BulkOperationResult.Undeleted"/> lists the identities that are left, with the
/// reasons. <see cref="CognitoIdentityException.MayHaveBeenCarriedOut"/> is true if any of them may be deleted nevertheless.
/// </para>
/// <code>
/// catch (BulkOperationException exception) when (exception.Result is PurgeIdentitiesResult purge)
/// {
///     Console.WriteLine($"{purge.Deleted} deleted, {purge.Undeleted.Count} not; continue with {purge.ResumeToken}");
/// }
/// </code>
/// </remarks>
public sealed class BulkOperationException : CognitoIdentityException
{
    /// <summary>Creates an exception with a general message.</summary>
    public BulkOperationException()
        : this(message: null)
    {
    }

    /// <summary>Creates an exception with a message, for use in tests.</summary>
    /// <param name="message">The message; null for a general one.</param>
    public BulkOperationException(string? message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Creates an exception with a message and the error that stopped the operation, for use in tests.</summary>
    /// <param name="message">The message; null for a general one.</param>
    /// <param name="innerException">The error that stopped the operation; null if it reached its end.</param>
    public BulkOperationException(string? message, Exception? innerException)
        : base(message ?? "A bulk operation did not delete every identity.", innerException)
    {
        if (innerException is CognitoIdentityException cause)
        {
            ErrorCode = cause.ErrorCode;
            StatusCode = cause.StatusCode;
            RequestId = cause.RequestId;
            RetryAttempts = cause.RetryAttempts;
            OperationName = cause.OperationName;
        }
    }

    /// <summary>
    /// Gets the whole account: a <see cref="BulkDeleteIdentitiesResult"/> or a <see cref="PurgeIdentitiesResult"/>. Null only on an
    /// exception that was created without one.
    /// </summary>
    public BulkOperationResult? Result { get; init; }

    /// <summary>Gets whether the service asked for fewer requests with the error that stopped the operation.</summary>
    public override bool IsThrottling => ErrorClassification.IsThrottling(InnerException);

    /// <summary>Gets whether the error that stopped the operation is transient, so that running the operation again may succeed.</summary>
    public override bool IsTransient => InnerException is CognitoIdentityException { IsTransient: true };

    // The account knows it of every identity; an exception without one knows only the request that stopped the operation.
    private protected override bool LeavesOutcomeOpen =>
        Result?.Undeleted.Any(static identity => identity.MayBeDeleted)
            ?? InnerException is CognitoIdentityException { MayHaveBeenCarriedOut: true };
}
