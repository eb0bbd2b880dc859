namespace CognitoIdentity;

/// <summary>The outcome of one batch. Every id is in exactly one of the lists.</summary>
internal sealed class BatchOutcome
{
    public List<string> Deleted { get; } = [];

    public List<UndeletedIdentity> Undeleted { get; } = [];

    public List<string> NotAttempted { get; } = [];

    /// <summary>Whether the batch has to be sent again by a later run, because the work stopped before its last attempt or at it.</summary>
    public bool IsInterrupted { get; set; }
}

/// <summary>Deletes a batch of identities, and repeats the request for those that the service failed to delete.</summary>
internal sealed class BatchDeletion(ICognitoIdentityClient client, BulkOptions options, BoundedWork work)
{
    /// <summary>The maximum number of ids in a DeleteIdentities request.</summary>
    public const int MaxBatchSize = 60;

    /// <param name="identityIds">1–60 distinct ids.</param>
    public async Task<BatchOutcome> DeleteAsync(IReadOnlyList<string> identityIds)
    {
        var outcome = new BatchOutcome();
        if (work.Stopping.IsCancellationRequested)
        {
            outcome.NotAttempted.AddRange(identityIds);
            outcome.IsInterrupted = true;
            return outcome;
        }

        for (var attempt = 1; ; attempt++)
        {
            var (failed, error) = await AttemptAsync(identityIds, attempt > 1, outcome).ConfigureAwait(false);
            if (failed.Count == 0)
            {
                return outcome;
            }

            var mayRepeat = error is null
                or CognitoIdentityException { IsThrottling: true }
                or CognitoIdentityException { IsTransient: true };
            if (attempt == options.MaxAttempts || !mayRepeat)
            {
                // Whatever made this request fail as a whole would make the next ones fail too.
                outcome.IsInterrupted = error is not null;
                outcome.Undeleted.AddRange(failed);
                if (error is not null)
                {
                    work.Stop(error);
                }

                return outcome;
            }

            if (!await WaitAsync(attempt, ErrorClassification.IsThrottling(error)).ConfigureAwait(false))
            {
                outcome.IsInterrupted = true;
                outcome.Undeleted.AddRange(failed);
                return outcome;
            }

            identityIds = [.. failed.Select(identity => identity.IdentityId)];
        }
    }

    /// <summary>Sends the ids once, and adds those with a final outcome to <paramref name="outcome"/>.</summary>
    /// <returns>The identities that may be sent again, and the error of the request if it failed as a whole.</returns>
    private async Task<(IReadOnlyList<UndeletedIdentity> Failed, Exception? Error)> AttemptAsync(
        IReadOnlyList<string> identityIds, bool isRepeated, BatchOutcome outcome)
    {
        DeleteIdentitiesResponse response;
        Dictionary<string, UnprocessedIdentityErrorCode?> reasons;
        try
        {
            response = await client.DeleteIdentitiesAsync(new() { IdentityIdsToDelete = identityIds }, work.CutOff).ConfigureAwait(false);
            reasons = Reasons(response, identityIds);
        }
        catch (Exception error)
        {
            var mayBeDeleted = isRepeated || MayHaveBeenCarriedOut(error);
            var undeleted = identityIds.Select(id => new UndeletedIdentity { IdentityId = id, Error = error, MayBeDeleted = mayBeDeleted });
            return ([.. undeleted], error);
        }

        var failed = new List<UndeletedIdentity>();
        var wasSentBefore = isRepeated || response.ResponseMetadata.RetryAttempts > 0;
        foreach (var id in identityIds)
        {
            if (!reasons.TryGetValue(id, out var reason))
            {
                outcome.Deleted.Add(id);
                continue;
            }

            var list = reason == UnprocessedIdentityErrorCode.InternalServerError ? failed : outcome.Undeleted;
            list.Add(new() { IdentityId = id, ErrorCode = reason, MayBeDeleted = wasSentBefore });
        }

        return (failed, null);
    }

    private static Dictionary<string, UnprocessedIdentityErrorCode?> Reasons(
        DeleteIdentitiesResponse response, IReadOnlyList<string> identityIds)
    {
        var reasons = new Dictionary<string, UnprocessedIdentityErrorCode?>(StringComparer.Ordinal);
        foreach (var unprocessed in response.UnprocessedIdentityIds)
        {
            // Ids that are missing from the response count as deleted. If one came back altered, its identity would be reported as deleted
            // although it was not.
            if (unprocessed.IdentityId is null || !identityIds.Contains(unprocessed.IdentityId))
            {
                throw new InvalidResponseException(
                    "The response to DeleteIdentities reports an identity as unprocessed that the request did not contain.");
            }

            reasons.TryAdd(unprocessed.IdentityId, unprocessed.ErrorCode);
        }

        return reasons;
    }

    // Of any other exception, such as one of an application's own client, nothing is known.
    private static bool MayHaveBeenCarriedOut(Exception error) => error switch
    {
        CognitoIdentityException failure => failure.MayHaveBeenCarriedOut,
        CognitoIdentityClientDisposedException disposed => disposed.MayHaveBeenCarriedOut,
        _ => error is not ArgumentException,
    };

    /// <returns>False if the work was stopped during the wait.</returns>
    private async Task<bool> WaitAsync(int attempt, bool isThrottling)
    {
        var delay = RetryDelay.Compute(attempt - 1, isThrottling, options.Jitter(), asked: null);
        await Task.Delay(delay, options.TimeProvider, work.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !work.Stopping.IsCancellationRequested;
    }
}
