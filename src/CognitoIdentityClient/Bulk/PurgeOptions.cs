namespace CognitoIdentity;

/// <summary>Options for <see cref="CognitoIdentityBulk.PurgeIdentitiesAsync"/>.</summary>
public sealed record PurgeOptions : BulkOptions
{
    /// <summary>Gets whether to count the matching identities without deleting any. Default: true.</summary>
    public bool DryRun { get; init; } = true;

    /// <summary>
    /// Gets the page to start from: the <see cref="PurgeIdentitiesResult.ResumeToken"/> of an earlier purge. Default: null, the beginning
    /// of the pool.
    /// </summary>
    public string? StartingToken { get; init; }

    /// <summary>
    /// Gets the number of examined identities after which to stop, 1 or more. Default: null, the end of the pool. A page of up to 60 is
    /// always finished, so up to 59 more may be examined. If identities remain, <see cref="PurgeIdentitiesResult.ResumeToken"/> continues
    /// there.
    /// </summary>
    public int? StopAfter { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    internal override void ThrowIfInvalid()
    {
        base.ThrowIfInvalid();
        ArgumentOutOfRangeException.ThrowIfLessThan(StopAfter ?? 1, 1, nameof(StopAfter));
    }
}
