using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>
/// A paginator over the items of a list operation: <c>await foreach (var item in paginator)</c>. A page is fetched when its first item is
/// requested, and pages that have been consumed are not kept. Every enumeration starts from the beginning, or from
/// <see cref="PaginatorConfig.StartingToken"/>.
/// </summary>
/// <typeparam name="TPage">The type of the operation's response.</typeparam>
/// <typeparam name="TItem">The type of the listed items.</typeparam>
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
    /// Gets the position at which the latest enumeration stopped: after the last item returned, or with <see cref="AsPages"/> after the
    /// last page. Pass it as <see cref="PaginatorConfig.StartingToken"/>, here or in boto3, to continue there. Null after the end of the
    /// list and before the first enumeration.
    /// </summary>
    /// <remarks>
    /// The token is available whatever stopped the enumeration: <see cref="PaginatorConfig.MaxItems"/>, a <c>break</c>, a cancellation or
    /// an error. With two concurrent enumerations it is the position of the one that advanced last.
    /// </remarks>
    public string? ResumeToken => _position?.ToString();

    internal PagePosition Start { get; }

    /// <summary>Enumerates the items.</summary>
    /// <param name="cancellationToken">Cancels the enumeration and a pending request.</param>
    /// <returns>The enumerator. Its <c>MoveNextAsync</c> throws the exceptions below.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The service could not be reached.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">A call took too long.</exception>
    /// <exception cref="RequestValidationException">A member of the request is missing or invalid. Nothing was sent.</exception>
    /// <exception cref="InvalidResponseException">The service returned the same <c>NextToken</c> twice in a row.</exception>
    /// <exception cref="CognitoIdentityException">A page could not be fetched for another reason.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
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

    /// <summary>
    /// Enumerates whole responses instead of items. The first is cut at <see cref="PaginatorConfig.StartingToken"/> and the last at
    /// <see cref="PaginatorConfig.MaxItems"/>.
    /// </summary>
    /// <param name="cancellationToken">Cancels the enumeration and a pending request.</param>
    /// <returns>The responses. Enumerating them throws the exceptions below.</returns>
    /// <exception cref="CognitoIdentityConnectionException">The service could not be reached.</exception>
    /// <exception cref="CognitoIdentityTimeoutException">A call took too long.</exception>
    /// <exception cref="RequestValidationException">A member of the request is missing or invalid. Nothing was sent.</exception>
    /// <exception cref="InvalidResponseException">The service returned the same <c>NextToken</c> twice in a row.</exception>
    /// <exception cref="CognitoIdentityException">A page could not be fetched for another reason.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was canceled.</exception>
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

    /// <summary>Enumerates the pages with their positions in the list.</summary>
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
                // A page that MaxItems cuts is the last one.
                var next = slice.End is { ItemsReturned: null } && left > 0 ? slice.End : null;
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
                    throw new InvalidResponseException(
                        "The service returned the same NextToken twice in a row, so the list would never end.");
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

    /// <summary>Fetches the next page early. An error is thrown when the enumeration reaches that page.</summary>
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
        PagePosition? end = taken < available ? position with { ItemsReturned = position.Skip + taken }
            : string.IsNullOrEmpty(next) ? null
            : new(next, null);
        return new(page, position, taken == items.Count ? items : [.. items.Skip(position.Skip).Take(taken)], end);
    }
}
