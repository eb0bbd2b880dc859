namespace CognitoIdentity;

/// <summary>
/// Deletes identities by the thousand. The methods work over any <see cref="ICognitoIdentityClient"/>, and need the permissions
/// <c>cognito-identity:DeleteIdentities</c> and, to purge, <c>cognito-identity:ListIdentities</c>.
/// </summary>
public static class CognitoIdentityBulk
{
    /// <summary>
    /// Deletes identities, in requests of 60 and several at a time, and accounts for every id.
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentities.html">API reference</see>
    /// </summary>
    /// <remarks>
    /// Errors and cancellation end the work and are in the result, not thrown, since a part is done by then:
    /// <see cref="DeleteIdentitiesResult.ThrowIfStopped"/> throws them. When cancelled, no further request is begun, and those under way may
    /// finish within <see cref="BulkOptions.GracePeriod"/>. All ids are kept for the result: about 150 bytes each.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="identityIds">The ids, <c>REGION:GUID</c>. Read as the work goes on, and not to the end if it stops before.</param>
    /// <param name="options">How many at a time, how often; null for the defaults.</param>
    /// <param name="progress">Told after every batch, one call at a time.</param>
    /// <param name="cancellationToken">Stops the work. What was done until then is in the result.</param>
    /// <returns>What became of every id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="identityIds"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number in <paramref name="options"/> is out of its range.</exception>
    public static Task<DeleteIdentitiesResult> DeleteIdentitiesAsync(
        this ICognitoIdentityClient client,
        IAsyncEnumerable<string> identityIds,
        BulkOptions? options = null,
        IProgress<DeleteIdentitiesProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(identityIds);
        options ??= new();
        options.ThrowIfInvalid();
        return new DeletionRun(identityIds, progress).RunAsync(client, options, cancellationToken);
    }

    /// <inheritdoc cref="DeleteIdentitiesAsync(ICognitoIdentityClient, IAsyncEnumerable{string}, BulkOptions, IProgress{DeleteIdentitiesProgress}, CancellationToken)"/>
    public static Task<DeleteIdentitiesResult> DeleteIdentitiesAsync(
        this ICognitoIdentityClient client,
        IEnumerable<string> identityIds,
        BulkOptions? options = null,
        IProgress<DeleteIdentitiesProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identityIds);
        return client.DeleteIdentitiesAsync(OneByOneAsync(identityIds), options, progress, cancellationToken);
    }

    /// <summary>
    /// Deletes the identities of a pool that a filter chooses, such as <see cref="IdentityFilters.GuestsCreatedBefore"/>. A dry run, which
    /// only counts them, unless <see cref="PurgeOptions.DryRun"/> is false.
    /// </summary>
    /// <remarks>
    /// Errors and cancellation end the work and are in the result, not thrown, since a part is done by then:
    /// <see cref="PurgeIdentitiesResult.ThrowIfStopped"/> throws them, and <see cref="PurgeIdentitiesResult.ResumeToken"/> tells where to go
    /// on. When cancelled, no further request is begun, and those under way may finish within <see cref="BulkOptions.GracePeriod"/>. Memory
    /// does not grow with the pool, only with what could not be deleted.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="identityPoolId">The pool's id, <c>REGION:GUID</c>, 1–55 characters.</param>
    /// <param name="filter">Chooses the identities to delete. Asked once about each, one call at a time.</param>
    /// <param name="options">Whether really, from where, how many at a time; null for a dry run from the beginning.</param>
    /// <param name="progress">Told after every page, one call at a time.</param>
    /// <param name="cancellationToken">Stops the work. What was done until then is in the result.</param>
    /// <returns>How many were examined, chosen and deleted, and what became of the others.</returns>
    /// <exception cref="ArgumentException"><paramref name="identityPoolId"/> is empty.</exception>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="client"/>, <paramref name="identityPoolId"/> or <paramref name="filter"/> is null.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number in <paramref name="options"/> is out of its range.</exception>
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
            new() { IdentityPoolId = identityPoolId, MaxResults = BatchDeletion.LargestBatch },
            new() { StartingToken = options.StartingToken });
        return new PurgeRun(pages, filter, options, progress).RunAsync(client, cancellationToken);
    }

    private static async IAsyncEnumerable<string> OneByOneAsync(IEnumerable<string> identityIds)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var id in identityIds)
        {
            yield return id;
        }
    }
}
