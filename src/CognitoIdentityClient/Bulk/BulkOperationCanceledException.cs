namespace CognitoIdentity;

/// <summary>
/// The exception thrown when a bulk operation was canceled. <see cref="Result"/> has the whole account of what was done until then.
/// </summary>
public sealed class BulkOperationCanceledException : OperationCanceledException
{
    private const string DefaultMessage = "A bulk operation was canceled.";

    /// <summary>Creates an exception with a general message.</summary>
    public BulkOperationCanceledException()
        : this(message: null)
    {
    }

    /// <summary>Creates an exception with a message, for use in tests.</summary>
    /// <param name="message">The message; null for a general one.</param>
    public BulkOperationCanceledException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates an exception with a message and its cause, for use in tests.</summary>
    /// <param name="message">The message; null for a general one.</param>
    /// <param name="innerException">The exception that caused this one, or null.</param>
    public BulkOperationCanceledException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }

    internal BulkOperationCanceledException(string message, Exception? innerException, CancellationToken cancellationToken)
        : base(message, innerException, cancellationToken)
    {
    }

    /// <summary>
    /// Gets the whole account: a <see cref="BulkDeleteIdentitiesResult"/> or a <see cref="PurgeIdentitiesResult"/>. Null only on an
    /// exception that was created without one.
    /// </summary>
    public BulkOperationResult? Result { get; init; }
}
