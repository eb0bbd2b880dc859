using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>One bulk deletion: deletes the identities of a source in batches, and accounts for every id.</summary>
internal sealed class DeletionRun(IAsyncEnumerable<string> identityIds, IProgress<BulkDeleteIdentitiesProgress>? progress)
{
    private const int MaxIdLength = 55;

    private readonly object _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _deleted = [];
    private readonly List<UndeletedIdentity> _undeleted = [];
    private readonly List<string> _notAttempted = [];
    private List<string> _next = [];

    public async Task<BulkDeleteIdentitiesResult> RunAsync(
        ICognitoIdentityClient client, BulkDeleteOptions options, CancellationToken cancellationToken)
    {
        using var work = new BoundedWork(options, cancellationToken);
        var batches = new BatchDeletion(client, options, work);
        var stoppedBy = await work.RunAsync(
            BatchesAsync(CancellationToken.None),
            async batch => Account(await batches.DeleteAsync(batch).ConfigureAwait(false))).ConfigureAwait(false);
        // The batch that was being filled when the work stopped.
        _notAttempted.AddRange(_next);
        var result = new BulkDeleteIdentitiesResult
        {
            Deleted = _deleted,
            Undeleted = _undeleted,
            NotAttempted = _notAttempted,
            StoppedBy = stoppedBy,
        };
        return BulkOutcome.ReturnOrThrow(result, cancellationToken);
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> BatchesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var id in identityIds.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Take(id);
            cancellationToken.ThrowIfCancellationRequested();
            if (_next.Count == BatchDeletion.MaxBatchSize)
            {
                yield return TakeBatch();
            }
        }

        if (_next.Count > 0)
        {
            yield return TakeBatch();
        }
    }

    private void Take(string? id)
    {
        if (!_seen.Add(id ?? ""))
        {
            return;
        }

        if (id is { Length: > 0 and <= MaxIdLength } && TextPattern.Id.Matches(id))
        {
            _next.Add(id);
            return;
        }

        // The service refuses a whole batch that contains a malformed id.
        var error = new ArgumentException($"The id of an identity has the form REGION:GUID and 1 to {MaxIdLength} characters.");
        lock (_gate)
        {
            _undeleted.Add(new() { IdentityId = id ?? "", Error = error });
        }
    }

    private List<string> TakeBatch()
    {
        var batch = _next;
        _next = [];
        return batch;
    }

    private void Account(BatchOutcome outcome)
    {
        lock (_gate)
        {
            _deleted.AddRange(outcome.Deleted);
            _undeleted.AddRange(outcome.Undeleted);
            _notAttempted.AddRange(outcome.NotAttempted);
            progress?.Report(new() { Deleted = _deleted.Count, Undeleted = _undeleted.Count });
        }
    }
}
