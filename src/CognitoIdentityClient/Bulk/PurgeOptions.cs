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
    /// The most identities to examine, 0 or more; null for all. Where there are more, <see cref="PurgeIdentitiesResult.ResumeToken"/> tells
    /// where to go on.
    /// </summary>
    public int? MaxItems { get; init; }
}
