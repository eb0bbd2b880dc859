using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>Deletes the identities of a source in batches, and keeps account of every id.</summary>
internal sealed class DeletionRun(IAsyncEnumerable<string> identityIds, IProgress<DeleteIdentitiesProgress>? progress)
{
    private const int LongestId = 55;

    private readonly object _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _deleted = [];
    private readonly List<UndeletedIdentity> _undeleted = [];
    private readonly List<string> _notAttempted = [];
    private List<string> _next = [];

    public async Task<DeleteIdentitiesResult> RunAsync(ICognitoIdentityClient client, BulkOptions options, CancellationToken cancellationToken)
    {
        using var work = new BoundedWork(options, cancellationToken);
        var batches = new BatchDeletion(client, options, work);
        var stoppedBy = await work.RunAsync(
            BatchesAsync(CancellationToken.None),
            async batch => Account(await batches.DeleteAsync(batch).ConfigureAwait(false))).ConfigureAwait(false);
        // A batch that was still being filled.
        _notAttempted.AddRange(_next);
        return new() { Deleted = _deleted, Undeleted = _undeleted, NotAttempted = _notAttempted, StoppedBy = stoppedBy };
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> BatchesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var id in identityIds.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            Take(id);
            cancellationToken.ThrowIfCancellationRequested();
            if (_next.Count == BatchDeletion.LargestBatch)
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

        if (id is { Length: > 0 and <= LongestId } && TextPattern.Id.Matches(id))
        {
            _next.Add(id);
            return;
        }

        // One such id would make the service refuse the whole batch.
        var error = new ArgumentException($"An identity's id is REGION:GUID of 1–{LongestId} characters.");
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
