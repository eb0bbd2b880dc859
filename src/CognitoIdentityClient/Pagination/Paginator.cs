using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>
/// All items of a list operation, page after page: <c>await foreach (var item in paginator)</c>. A page is fetched when its first item is
/// asked for, and no more than one is in memory. Every enumeration starts anew.
/// </summary>
/// <typeparam name="TPage">The response of the operation.</typeparam>
/// <typeparam name="TItem">What it lists.</typeparam>
public sealed class Paginator<TPage, TItem> : IAsyncEnumerable<TItem>
    where TPage : CognitoIdentityResponse
{
    private readonly PageSource<TPage, TItem> _source;
    private readonly int? _maxItems;
    private readonly PagePosition _start;

    internal Paginator(PageSource<TPage, TItem> source, PaginatorConfig config, string? nextToken)
    {
        config.ThrowIfInvalid();
        _source = source;
        _maxItems = config.MaxItems;
        _start = config.StartingToken is { Length: > 0 } token ? PagePosition.Parse(token) : new(nextToken, 0);
    }

    /// <summary>
    /// Where the last enumeration stopped because of <see cref="PaginatorConfig.MaxItems"/>: give it as
    /// <see cref="PaginatorConfig.StartingToken"/>, here or in boto3, to go on from there. Null if the list came to its end.
    /// </summary>
    public string? ResumeToken { get; private set; }

    /// <summary>The items one by one.</summary>
    /// <param name="cancellationToken">Stops the enumeration and a fetch under way.</param>
    /// <exception cref="InvalidResponseException">The service gave the same <c>NextToken</c> twice in a row.</exception>
    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in _source.Items(page))
            {
                yield return item;
            }
        }
    }

    /// <summary>The pages one by one, as the service gives them; the first and the last cut as the configuration says.</summary>
    /// <param name="cancellationToken">Stops the enumeration and a fetch under way.</param>
    /// <exception cref="InvalidResponseException">The service gave the same <c>NextToken</c> twice in a row.</exception>
    public async IAsyncEnumerable<TPage> AsPages([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ResumeToken = null;
        var (token, skip) = (_start.NextToken, _start.ItemsGiven);
        var left = _maxItems ?? int.MaxValue;
        while (true)
        {
            var page = await _source.FetchAsync(token, cancellationToken).ConfigureAwait(false);
            var items = _source.Items(page);
            var available = Math.Max(items.Count - skip, 0);
            var taken = Math.Min(available, left);
            var next = _source.NextToken(page);
            left -= taken;
            if (taken < available)
            {
                ResumeToken = new PagePosition(token, skip + taken).ToString();
            }
            else if (left == 0 && !string.IsNullOrEmpty(next) && _maxItems is not null)
            {
                ResumeToken = new PagePosition(next, 0).ToString();
            }

            yield return taken == items.Count ? page : _source.WithItems(page, [.. items.Skip(skip).Take(taken)]);

            if (ResumeToken is not null || string.IsNullOrEmpty(next))
            {
                yield break;
            }

            if (next == token)
            {
                throw new InvalidResponseException("The service gave the same NextToken twice in a row: the list would never end.");
            }

            (token, skip) = (next, 0);
        }
    }
}
