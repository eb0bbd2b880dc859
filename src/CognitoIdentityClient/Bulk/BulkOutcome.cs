namespace CognitoIdentity;

/// <summary>Decides whether the account of a bulk operation is returned or thrown, so that an ignored result hides nothing.</summary>
internal static class BulkOutcome
{
    private const int MaxReasons = 5;

    /// <summary>Returns the result of an operation that did all of its work.</summary>
    /// <exception cref="BulkOperationCanceledException">The caller canceled the operation.</exception>
    /// <exception cref="BulkOperationException">The operation stopped early, or left an identity undeleted.</exception>
    public static TResult ReturnOrThrow<TResult>(TResult result, CancellationToken cancellationToken)
        where TResult : BulkOperationResult
    {
        if (result.StoppedBy is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            throw new BulkOperationCanceledException(
                $"{result.Subject} was canceled: {Counts(result)}.", result.StoppedBy, cancellationToken)
            { Result = result };
        }

        if (result.StoppedBy is { } error)
        {
            throw new BulkOperationException(
                $"{result.Subject} stopped early: {Counts(result)}. Cause: {error.Message}", error)
            { Result = result };
        }

        if (result.Undeleted.Count > 0)
        {
            throw new BulkOperationException($"{result.Subject} did not delete everything: {Counts(result)}.") { Result = result };
        }

        return result;
    }

    private static string Counts(BulkOperationResult result)
    {
        var reasons = result.Undeleted.Count == 0 ? "" : $" ({Reasons(result.Undeleted)})";
        return $"{result.DeletedCount} deleted, {result.Undeleted.Count} not deleted{reasons}, {result.NotAttempted.Count} not attempted";
    }

    private static string Reasons(IReadOnlyList<UndeletedIdentity> undeleted)
    {
        var groups = undeleted
            .GroupBy(static identity => identity.ErrorCode?.Value ?? identity.Error?.GetType().Name ?? "no reason given")
            .OrderByDescending(static group => group.Count())
            .ToList();
        var named = string.Join(", ", groups.Take(MaxReasons).Select(static group => $"{group.Key}: {group.Count()}"));
        return groups.Count > MaxReasons ? $"{named}, …" : named;
    }
}
