using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>
/// Deletes the identities of a pool that a filter chooses, page by page: a page is read before any of it is deleted, and the token of the
/// next page was given before that, too.
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

    // In the order of the list. There are not more than there are workers, but for interrupted ones.
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
        return new()
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
    }

    private async IAsyncEnumerable<PurgePage> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var slice in pages.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var chosen = slice.Items.Where(identity => !string.IsNullOrEmpty(identity.IdentityId) && filter(identity));
            var page = new PurgePage(slice.Start, [.. chosen.Select(identity => identity.IdentityId!)]);
            lock (_gate)
            {
                _examined += slice.Items.Count;
                _matched += page.IdentityIds.Count;
                _next = slice.End;
                _unfinished.Add(page);
            }

            yield return page;

            // Between pages, never inside one: a token that counts items would skip others once those are deleted.
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

    // A class, not a record: two pages are the same only if they are one.
    private sealed class PurgePage(PagePosition position, IReadOnlyList<string> identityIds)
    {
        public PagePosition Position { get; } = position;

        public IReadOnlyList<string> IdentityIds { get; } = identityIds;
    }
}
