using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The part of an account that a bulk deletion (<see cref="BulkDeleteIdentitiesResult"/>) and a purge
/// (<see cref="PurgeIdentitiesResult"/>) have in common.
/// </summary>
public abstract record BulkOperationResult
{
    private protected BulkOperationResult()
    {
    }

    /// <summary>Gets the identities whose deletion was attempted and failed, each with the reason. Empty in a dry run.</summary>
    public IReadOnlyList<UndeletedIdentity> Undeleted { get; init; } = [];

    /// <summary>Gets the ids of the identities that were to be deleted but were never sent, because the operation stopped before.</summary>
    public IReadOnlyList<string> NotAttempted { get; init; } = [];

    /// <summary>
    /// Gets the exception that stopped the operation early: that of a request, of the source, of the filter or of the progress handler, or
    /// an <see cref="OperationCanceledException"/> after a cancellation. Null if the operation reached its end.
    /// </summary>
    public Exception? StoppedBy { get; init; }

    /// <summary>The operation's name at the beginning of a sentence.</summary>
    internal abstract string Subject { get; }

    /// <summary>The number of identities that were deleted.</summary>
    internal abstract long DeletedCount { get; }

    /// <summary>Prints the members, and the items of the lists: up to 20 of each.</summary>
    /// <param name="builder">The builder that receives the text.</param>
    /// <returns>Whether anything was printed.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(Undeleted), Undeleted)
            .Member(nameof(NotAttempted), NotAttempted)
            .Member(nameof(StoppedBy), StoppedBy);
        return true;
    }
}
