using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>
/// All items of a list operation, page after page: <c>await foreach (var item in paginator)</c>. A page is fetched when its first item is
/// asked for, and pages that were worked on are not kept. Every enumeration starts anew.
/// </summary>
/// <typeparam name="TPage">The response of the operation.</typeparam>
/// <typeparam name="TItem">What it lists.</typeparam>
public sealed class Paginator<TPage, TItem> : IAsyncEnumerable<TItem>
    where TPage : CognitoIdentityResponse
{
    private readonly PageSource<TPage, TItem> _source;
    private readonly PaginatorConfig _config;
    private PagePosition? _position;

    internal Paginator(PageSource<TPage, TItem> source, PaginatorConfig config, string? nextToken)
    {
        config.ThrowIfInvalid();
        _source = source;
        _config = config;
        Start = config.StartingToken is { Length: > 0 } token
            ? PagePosition.Parse(token)
            : new(string.IsNullOrEmpty(nextToken) ? null : nextToken, null);
    }

    /// <summary>
    /// Where the latest enumeration stopped: behind the last item that it gave, or with <see cref="AsPages"/> behind the last page. Give it
    /// as <see cref="PaginatorConfig.StartingToken"/>, here or in boto3, to go on from there. Null when the list came to its end, and before
    /// the first enumeration.
    /// </summary>
    /// <remarks>
    /// It does not matter what stopped the enumeration: <see cref="PaginatorConfig.MaxItems"/>, a <c>break</c>, cancellation, an error. Of
    /// two enumerations at the same time it tells of the one that moved last.
    /// </remarks>
    public string? ResumeToken => _position?.ToString();

    internal PagePosition Start { get; }

    /// <summary>The items one by one.</summary>
    /// <param name="cancellationToken">Stops the enumeration and a fetch under way.</param>
    /// <exception cref="InvalidResponseException">The service gave the same <c>NextToken</c> twice in a row.</exception>
    /// <exception cref="CognitoIdentityException">A page could not be fetched.</exception>
    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _position = Start;
        await foreach (var slice in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            for (var i = 0; i < slice.Items.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _position = slice.After(i + 1);
                yield return slice.Items[i];
            }

            _position = slice.End;
        }
    }

    /// <summary>The pages one by one, as the service gives them; the first and the last cut as the configuration says.</summary>
    /// <param name="cancellationToken">Stops the enumeration and a fetch under way.</param>
    /// <exception cref="InvalidResponseException">The service gave the same <c>NextToken</c> twice in a row.</exception>
    /// <exception cref="CognitoIdentityException">A page could not be fetched.</exception>
    public async IAsyncEnumerable<TPage> AsPages([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        _position = Start;
        await foreach (var slice in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            _position = slice.End;
            var isWhole = ReferenceEquals(slice.Items, _source.Items(slice.Page));
            yield return isWhole ? slice.Page : _source.WithItems(slice.Page, slice.Items);
        }
    }

    /// <summary>The pages, each with where it stands in the list.</summary>
    internal async IAsyncEnumerable<PageSlice<TPage, TItem>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var leaving = _config.Prefetch ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken) : null;
        Task<TPage>? ahead = null;
        var position = Start;
        var left = _config.MaxItems ?? int.MaxValue;
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var page = await (ahead ?? _source.FetchAsync(position.NextToken, cancellationToken)).ConfigureAwait(false);
                ahead = null;
                var slice = Slice(page, position, left);
                left = _config.MaxItems is null ? left : left - slice.Items.Count;
                // A cut ends inside its page, and so does the enumeration.
                var next = slice.End is { ItemsGiven: null } && left > 0 ? slice.End : null;
                var isRepeated = next?.NextToken == position.NextToken;
                if (leaving is not null && next is not null && !isRepeated)
                {
                    ahead = FetchAheadAsync(next.Value.NextToken, leaving.Token, cancellationToken);
                }

                yield return slice;

                if (next is null)
                {
                    yield break;
                }

                if (isRepeated)
                {
                    throw new InvalidResponseException("The service gave the same NextToken twice in a row: the list would never end.");
                }

                position = next.Value;
            }
        }
        finally
        {
            if (ahead is not null)
            {
                await leaving!.CancelAsync().ConfigureAwait(false);
                await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Fetches a page that was not asked for yet: what goes wrong is told when it is.</summary>
    private async Task<TPage> FetchAheadAsync(string? token, CancellationToken leaving, CancellationToken cancellationToken)
    {
        try
        {
            return await _source.FetchAsync(token, leaving).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private PageSlice<TPage, TItem> Slice(TPage page, PagePosition position, int left)
    {
        var items = _source.Items(page);
        var available = Math.Max(items.Count - position.Skip, 0);
        var taken = Math.Min(available, left);
        var next = _source.NextToken(page);
        PagePosition? end = taken < available ? position with { ItemsGiven = position.Skip + taken }
            : string.IsNullOrEmpty(next) ? null
            : new(next, null);
        return new(page, position, taken == items.Count ? items : [.. items.Skip(position.Skip).Take(taken)], end);
    }
}
