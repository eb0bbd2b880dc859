namespace CognitoIdentity;

/// <summary>How an identity pool is purged.</summary>
public sealed record PurgeOptions : BulkOptions
{
    /// <summary>Whether identities are only counted, and none deleted. Default: true.</summary>
    public bool DryRun { get; init; } = true;

    /// <summary>
    /// Where to start: the <see cref="PurgeIdentitiesResult.ResumeToken"/> of a purge that did not come to the end. Null for the beginning.
    /// </summary>
    public string? StartingToken { get; init; }

    /// <summary>
    /// After how many examined identities to stop, 1 or more; null for all. Pages, of up to 60, are always dealt with as a whole, so up to 59
    /// more can be examined. Where there are more, <see cref="PurgeIdentitiesResult.ResumeToken"/> tells where to go on.
    /// </summary>
    public int? StopAfter { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    internal override void ThrowIfInvalid()
    {
        base.ThrowIfInvalid();
        ArgumentOutOfRangeException.ThrowIfLessThan(StopAfter ?? 1, 1, nameof(StopAfter));
    }
}
