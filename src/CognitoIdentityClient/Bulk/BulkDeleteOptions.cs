namespace CognitoIdentity;

/// <summary>
/// Options for <c>BulkDeleteIdentitiesAsync</c>. The identities are always deleted: a dry run is an option of a purge, and
/// <see cref="PurgeOptions"/> cannot be passed in place of these.
/// </summary>
public sealed record BulkDeleteOptions : BulkOptions;
