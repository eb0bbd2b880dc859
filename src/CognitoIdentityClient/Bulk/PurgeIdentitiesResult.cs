using System.Runtime.ExceptionServices;

namespace CognitoIdentity;

/// <summary>
/// What became of a pool's identities. Every identity that was examined and matched is counted once: it is deleted, in
/// <see cref="Undeleted"/> or in <see cref="NotAttempted"/>; in a dry run it is only counted in <see cref="Matched"/>.
/// </summary>
public sealed record PurgeIdentitiesResult
{
    /// <summary>Whether this was a dry run, and nothing was deleted.</summary>
    public required bool DryRun { get; init; }

    /// <summary>How many identities were read from the pool.</summary>
    public required long Examined { get; init; }

    /// <summary>How many of them the filter chose.</summary>
    public required long Matched { get; init; }

    /// <summary>How many of those were deleted. Their ids are not kept, so that a pool of any size can be purged.</summary>
    public required long Deleted { get; init; }

    /// <summary>The identities that were not deleted although it was tried, each with the reason.</summary>
    public required IReadOnlyList<UndeletedIdentity> Undeleted { get; init; }

    /// <summary>The ids that the filter chose and that were not sent, because the work stopped before.</summary>
    public required IReadOnlyList<string> NotAttempted { get; init; }

    /// <summary>
    /// Where to go on, as <see cref="PurgeOptions.StartingToken"/>: the first page with identities that were not dealt with. Null when the
    /// end of the pool was reached.
    /// </summary>
    public string? ResumeToken { get; init; }

    /// <summary>
    /// What stopped the work before its end: the error of a request, of the filter or of the progress handler, or an
    /// <see cref="OperationCanceledException"/>. Null if it came to the end of the pool or to <see cref="PurgeOptions.StopAfter"/>.
    /// </summary>
    public Exception? StoppedBy { get; init; }

    /// <summary>Throws what stopped the work; does nothing if it came to its end.</summary>
    public void ThrowIfStopped()
    {
        if (StoppedBy is not null)
        {
            ExceptionDispatchInfo.Throw(StoppedBy);
        }
    }
}

/// <summary>How far a purge is.</summary>
public sealed record PurgeIdentitiesProgress
{
    /// <summary>How many identities were read from the pool so far.</summary>
    public required long Examined { get; init; }

    /// <summary>How many of them the filter chose.</summary>
    public required long Matched { get; init; }

    /// <summary>How many of those were deleted; 0 in a dry run.</summary>
    public required long Deleted { get; init; }

    /// <summary>How many were not deleted although it was tried.</summary>
    public required long Undeleted { get; init; }

    /// <summary>Where to go on if the process ends now. Null when the end of the pool is reached.</summary>
    public string? ResumeToken { get; init; }
}
