using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>
/// One purge: deletes the identities of a pool that a filter selects, page by page. A page, with the token of the next one, is read before
/// any of its identities is deleted, because the service does not promise that a token stays valid while identities are deleted.
/// </summary>
internal sealed class PurgeRun(
    Paginator<ListIdentitiesResponse, IdentityDescription> pages,
    Func<IdentityDescription, bool> filter,
    PurgeOptions options,
    IProgress<PurgeIdentitiesProgress>? progress)
{
    private readonly object _gate = new();
    private readonly List<UndeletedIdentity> _undeleted = [];
    private readonly List<string> _notAttempted = [];

    // In the order of the list. Apart from interrupted pages there are at most as many as workers.
    private readonly List<PurgePage> _unfinished = [];
    private PagePosition? _next = pages.Start;
    private long _examined;
    private long _matched;
    private long _deleted;

    private string? ResumeToken => (_unfinished.Count > 0 ? _unfinished[0].Position : _next)?.ToString();

    public async Task<PurgeIdentitiesResult> RunAsync(ICognitoIdentityClient client, CancellationToken cancellationToken)
    {
        using var work = new BoundedWork(options, cancellationToken);
        var batches = new BatchDeletion(client, options, work);
        var stoppedBy = await work.RunAsync(
            PagesAsync(CancellationToken.None),
            async page => Account(page, await DeleteAsync(batches, page).ConfigureAwait(false))).ConfigureAwait(false);
        var result = new PurgeIdentitiesResult
        {
            DryRun = options.DryRun,
            Examined = _examined,
            Matched = _matched,
            Deleted = _deleted,
            Undeleted = _undeleted,
            NotAttempted = _notAttempted,
            ResumeToken = ResumeToken,
            StoppedBy = stoppedBy,
        };
        return BulkOutcome.ReturnOrThrow(result, cancellationToken);
    }

    private async IAsyncEnumerable<PurgePage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var slice in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var selected = slice.Items.Where(identity => !string.IsNullOrEmpty(identity.IdentityId) && filter(identity));
            var page = new PurgePage(slice.Start, [.. selected.Select(identity => identity.IdentityId!)]);
            lock (_gate)
            {
                _examined += slice.Items.Count;
                _matched += page.IdentityIds.Count;
                _next = slice.End;
                _unfinished.Add(page);
            }

            yield return page;

            // The run stops only between pages. A token inside a page counts items, and would skip others once those are deleted.
            if (_examined >= options.StopAfter)
            {
                yield break;
            }
        }
    }

    private async Task<BatchOutcome> DeleteAsync(BatchDeletion batches, PurgePage page) =>
        options.DryRun || page.IdentityIds.Count == 0 ? new() : await batches.DeleteAsync(page.IdentityIds).ConfigureAwait(false);

    private void Account(PurgePage page, BatchOutcome outcome)
    {
        lock (_gate)
        {
            if (!outcome.IsInterrupted)
            {
                _unfinished.Remove(page);
            }

            _deleted += outcome.Deleted.Count;
            _undeleted.AddRange(outcome.Undeleted);
            _notAttempted.AddRange(outcome.NotAttempted);
            progress?.Report(new()
            {
                Examined = _examined,
                Matched = _matched,
                Deleted = _deleted,
                Undeleted = _undeleted.Count,
                ResumeToken = ResumeToken,
            });
        }
    }

    // A class, because List.Remove has to find the very page: records with the same content would be equal.
    private sealed class PurgePage(PagePosition position, IReadOnlyList<string> identityIds)
    {
        public PagePosition Position { get; } = position;

        public IReadOnlyList<string> IdentityIds { get; } = identityIds;
    }
}
