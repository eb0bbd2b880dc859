using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The account of a purge. Every identity that matched the filter is either counted in <see cref="Deleted"/> or listed in
/// <see cref="BulkOperationResult.Undeleted"/> or <see cref="BulkOperationResult.NotAttempted"/>. After a dry run it is counted in
/// <see cref="Matched"/> only.
/// </summary>
public sealed record PurgeIdentitiesResult : BulkOperationResult
{
    /// <summary>Gets whether this was a dry run, which deletes nothing.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Gets the number of identities read from the pool.</summary>
    public required long Examined { get; init; }

    /// <summary>Gets the number of examined identities that the filter selected.</summary>
    public required long Matched { get; init; }

    /// <summary>
    /// Gets the number of selected identities that were deleted; 0 in a dry run. Their ids are not kept, so that memory does not grow with
    /// the pool.
    /// </summary>
    public required long Deleted { get; init; }

    /// <summary>
    /// Gets the value of <see cref="PurgeOptions.StartingToken"/> that continues with the first page that was not finished. Null if the end
    /// of the pool was reached.
    /// </summary>
    public string? ResumeToken { get; init; }

    internal override string Subject => DryRun ? "The dry run of the purge" : "The purge";

    internal override long DeletedCount => Deleted;

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(", ");
        new MaskedPrinter(builder)
            .Member(nameof(DryRun), DryRun)
            .Member(nameof(Examined), Examined)
            .Member(nameof(Matched), Matched)
            .Member(nameof(Deleted), Deleted)
            .Member(nameof(ResumeToken), ResumeToken);
        return true;
    }
}

/// <summary>Progress of a purge.</summary>
public sealed record PurgeIdentitiesProgress
{
    /// <summary>Gets the number of identities read from the pool so far.</summary>
    public required long Examined { get; init; }

    /// <summary>Gets the number of examined identities that the filter selected.</summary>
    public required long Matched { get; init; }

    /// <summary>Gets the number of selected identities deleted so far; 0 in a dry run.</summary>
    public required long Deleted { get; init; }

    /// <summary>Gets the number of identities whose deletion was attempted and failed so far; 0 in a dry run.</summary>
    public required long Undeleted { get; init; }

    /// <summary>
    /// Gets the value of <see cref="PurgeOptions.StartingToken"/> that continues from here if the process ends now. Null once the end of
    /// the pool is reached.
    /// </summary>
    public string? ResumeToken { get; init; }
}
