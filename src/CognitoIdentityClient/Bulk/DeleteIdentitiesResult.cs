using System.Runtime.ExceptionServices;

namespace CognitoIdentity;

/// <summary>
/// What became of the identities: every id that was taken from the source is in exactly one of the three lists. An id that came twice is
/// there once.
/// </summary>
public sealed record DeleteIdentitiesResult
{
    /// <summary>The ids of the identities that were deleted.</summary>
    public required IReadOnlyList<string> Deleted { get; init; }

    /// <summary>The identities that were not deleted although it was tried, each with the reason.</summary>
    public required IReadOnlyList<UndeletedIdentity> Undeleted { get; init; }

    /// <summary>The ids that were taken from the source and not sent, because the work stopped before.</summary>
    public required IReadOnlyList<string> NotAttempted { get; init; }

    /// <summary>
    /// What stopped the work before the end of the source: the error of a request, of the source or of the progress handler, or an
    /// <see cref="OperationCanceledException"/>. Null if the source came to its end.
    /// </summary>
    public Exception? StoppedBy { get; init; }

    /// <summary>Throws what stopped the work; does nothing if it came to the end.</summary>
    public void ThrowIfStopped()
    {
        if (StoppedBy is not null)
        {
            ExceptionDispatchInfo.Throw(StoppedBy);
        }
    }
}

/// <summary>How far a deletion in bulk is.</summary>
public sealed record DeleteIdentitiesProgress
{
    /// <summary>How many identities were deleted so far.</summary>
    public required int Deleted { get; init; }

    /// <summary>How many were not deleted although it was tried.</summary>
    public required int Undeleted { get; init; }
}
