namespace CognitoIdentity;

/// <summary>What became of the ids of one batch: each is in one of the lists.</summary>
internal sealed class BatchOutcome
{
    public List<string> Deleted { get; } = [];

    public List<UndeletedIdentity> Undeleted { get; } = [];

    public List<string> NotAttempted { get; } = [];

    /// <summary>Whether the work stopped before all was tried that can be tried.</summary>
    public bool IsInterrupted { get; set; }
}

/// <summary>Deletes a batch of identities, with further attempts for those that the service failed to delete.</summary>
internal sealed class BatchDeletion(ICognitoIdentityClient client, BulkOptions options, BoundedWork work)
{
    /// <summary>As many ids as DeleteIdentities takes.</summary>
    public const int LargestBatch = 60;

    /// <param name="identityIds">1–60 ids, each once.</param>
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

            var mayRepeat = error is null or CognitoIdentityException { IsThrottling: true } or CognitoIdentityException { IsTransient: true };
            if (attempt == options.MaxAttempts || !mayRepeat)
            {
                // What befell a whole request would befall the next ones too.
                outcome.IsInterrupted = error is not null;
                outcome.Undeleted.AddRange(failed);
                if (error is not null)
                {
                    work.Stop(error);
                }

                return outcome;
            }

            if (!await WaitAsync(attempt, error is CognitoIdentityException { IsThrottling: true }).ConfigureAwait(false))
            {
                outcome.IsInterrupted = true;
                outcome.Undeleted.AddRange(failed);
                return outcome;
            }

            identityIds = [.. failed.Select(identity => identity.IdentityId)];
        }
    }

    /// <summary>Sends the ids once, and notes what is settled.</summary>
    /// <returns>Those that can be sent again, and the error of the request if it failed as a whole.</returns>
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
            return ([.. identityIds.Select(id => new UndeletedIdentity { IdentityId = id, Error = error, MayBeDeleted = mayBeDeleted })], error);
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

    private static Dictionary<string, UnprocessedIdentityErrorCode?> Reasons(DeleteIdentitiesResponse response, IReadOnlyList<string> identityIds)
    {
        var reasons = new Dictionary<string, UnprocessedIdentityErrorCode?>(StringComparer.Ordinal);
        foreach (var unprocessed in response.UnprocessedIdentityIds)
        {
            // Else an identity would be taken for deleted that was not.
            if (unprocessed.IdentityId is null || !identityIds.Contains(unprocessed.IdentityId))
            {
                throw new InvalidResponseException("DeleteIdentities left an identity unprocessed that it was not asked to delete.");
            }

            reasons.TryAdd(unprocessed.IdentityId, unprocessed.ErrorCode);
        }

        return reasons;
    }

    private static bool MayHaveBeenCarriedOut(Exception error) => error switch
    {
        ArgumentException or CredentialsNotFoundException or CognitoIdentityException { IsThrottling: true } => false,
        CognitoIdentityException { StatusCode: not null, IsTransient: false, RetryAttempts: 0 } => false,
        _ => true,
    };

    /// <returns>False if the work was stopped meanwhile.</returns>
    private async Task<bool> WaitAsync(int attempt, bool isThrottling)
    {
        var delay = RetryDelay.Compute(attempt - 1, isThrottling, options.Jitter(), asked: null);
        await Task.Delay(delay, options.TimeProvider, work.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !work.Stopping.IsCancellationRequested;
    }
}
