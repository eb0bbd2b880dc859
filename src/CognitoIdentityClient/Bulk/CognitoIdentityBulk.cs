namespace CognitoIdentity;

/// <summary>
/// Bulk deletion of identities. The methods work with any <see cref="ICognitoIdentityClient"/>. They need the IAM permissions
/// <c>cognito-identity:DeleteIdentities</c> and, to purge, <c>cognito-identity:ListIdentities</c>.
/// </summary>
public static class CognitoIdentityBulk
{
    /// <summary>
    /// Deletes identities in concurrent requests of up to 60, and accounts for every id. See
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentities.html">DeleteIdentities</see>.
    /// </summary>
    /// <remarks>
    /// The method returns only if every identity was deleted. Otherwise it throws an exception whose <c>Result</c> has the whole account.
    /// After a cancellation no further request begins, and pending requests may finish within <see cref="BulkOptions.GracePeriod"/>, so
    /// that the account is exact. A request that fails as a whole after its retries stops the operation, since the next ones would fail
    /// too. All ids are kept for the result, about 150 bytes each.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="identityIds">
    /// The ids of the identities, <c>REGION:GUID</c>, 1–55 characters. They are read while the operation runs, and not to the end if it
    /// stops early. Duplicates are sent once. A malformed id is not sent and counts as undeleted.
    /// </param>
    /// <param name="options">Concurrency and retry settings; null for the defaults.</param>
    /// <param name="progress">
    /// Reported to after every batch, never concurrently; null for no reports. An exception of it stops the operation.
    /// </param>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <returns>The account of a deletion that deleted every identity.</returns>
    /// <exception cref="BulkOperationException">
    /// The operation stopped early because of an error (the inner exception), or left an identity undeleted.
    /// </exception>
    /// <exception cref="BulkOperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="identityIds"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting in <paramref name="options"/> is out of range.</exception>
    public static Task<BulkDeleteIdentitiesResult> BulkDeleteIdentitiesAsync(
        this ICognitoIdentityClient client,
        IAsyncEnumerable<string> identityIds,
        BulkDeleteOptions? options = null,
        IProgress<BulkDeleteIdentitiesProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(identityIds);
        options ??= new();
        options.ThrowIfInvalid();
        return new DeletionRun(identityIds, progress).RunAsync(client, options, cancellationToken);
    }

    /// <inheritdoc cref="BulkDeleteIdentitiesAsync(ICognitoIdentityClient, IAsyncEnumerable{string}, BulkDeleteOptions, IProgress{BulkDeleteIdentitiesProgress}, CancellationToken)"/>
    public static Task<BulkDeleteIdentitiesResult> BulkDeleteIdentitiesAsync(
        this ICognitoIdentityClient client,
        IEnumerable<string> identityIds,
        BulkDeleteOptions? options = null,
        IProgress<BulkDeleteIdentitiesProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identityIds);
        return client.BulkDeleteIdentitiesAsync(ToAsyncEnumerable(identityIds), options, progress, cancellationToken);
    }

    /// <summary>
    /// Deletes the identities of a pool that a filter selects, such as <see cref="IdentityFilters.GuestsCreatedBefore"/>. Without
    /// <see cref="PurgeOptions.DryRun"/> set to false it only counts them. See
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentities.html">ListIdentities</see> and
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentities.html">DeleteIdentities</see>.
    /// </summary>
    /// <remarks>
    /// The method returns only if it reached the end of the pool, or <see cref="PurgeOptions.StopAfter"/>, and deleted every identity that
    /// the filter selected. Otherwise it throws an exception whose <c>Result</c> is a <see cref="PurgeIdentitiesResult"/> with the whole
    /// account and the token to continue from. After a cancellation no further request begins, and pending requests may finish within
    /// <see cref="BulkOptions.GracePeriod"/>. Memory grows only with the identities that could not be deleted, not with the pool.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:GUID</c>, 1–55 characters.</param>
    /// <param name="filter">
    /// Selects the identities to delete. Called once per identity, never concurrently. An exception of it stops the operation.
    /// </param>
    /// <param name="options">Dry run or not, starting point and concurrency; null for a dry run from the beginning.</param>
    /// <param name="progress">
    /// Reported to after every page, never concurrently; null for no reports. An exception of it stops the operation.
    /// </param>
    /// <param name="cancellationToken">Stops the operation.</param>
    /// <returns>The account of a purge that deleted every selected identity, or of a dry run.</returns>
    /// <exception cref="BulkOperationException">
    /// The operation stopped early because of an error (the inner exception, such as <see cref="ResourceNotFoundException"/> for a pool
    /// that does not exist), or left a selected identity undeleted.
    /// </exception>
    /// <exception cref="BulkOperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
    /// <exception cref="ArgumentException"><paramref name="identityPoolId"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="client"/>, <paramref name="identityPoolId"/> or <paramref name="filter"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting in <paramref name="options"/> is out of range.</exception>
    public static Task<PurgeIdentitiesResult> PurgeIdentitiesAsync(
        this ICognitoIdentityClient client,
        string identityPoolId,
        Func<IdentityDescription, bool> filter,
        PurgeOptions? options = null,
        IProgress<PurgeIdentitiesProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(identityPoolId);
        ArgumentNullException.ThrowIfNull(filter);
        options ??= new();
        options.ThrowIfInvalid();
        var pages = client.PaginateListIdentities(
            new() { IdentityPoolId = identityPoolId, MaxResults = BatchDeletion.MaxBatchSize },
            new() { StartingToken = options.StartingToken });
        return new PurgeRun(pages, filter, options, progress).RunAsync(client, cancellationToken);
    }

    private static async IAsyncEnumerable<string> ToAsyncEnumerable(IEnumerable<string> identityIds)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var id in identityIds)
        {
            yield return id;
        }
    }
}
