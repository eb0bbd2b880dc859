using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The account of a bulk deletion: every id that was read from the source is in exactly one of the three lists. An id that was read twice
/// is listed once.
/// </summary>
public sealed record BulkDeleteIdentitiesResult : BulkOperationResult
{
    /// <summary>Gets the ids of the identities that were deleted.</summary>
    public required IReadOnlyList<string> Deleted { get; init; }

    internal override string Subject => "The bulk deletion";

    internal override long DeletedCount => Deleted.Count;

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Append(", ");
        new MaskedPrinter(builder)
            .Member(nameof(Deleted), Deleted);
        return true;
    }
}

/// <summary>Progress of a bulk deletion.</summary>
public sealed record BulkDeleteIdentitiesProgress
{
    /// <summary>Gets the number of identities deleted so far.</summary>
    public required long Deleted { get; init; }

    /// <summary>Gets the number of identities whose deletion was attempted and failed so far.</summary>
    public required long Undeleted { get; init; }
}
