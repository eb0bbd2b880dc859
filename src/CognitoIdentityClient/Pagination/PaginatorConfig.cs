namespace CognitoIdentity;

/// <summary>How a list is paged, as in boto3's <c>PaginationConfig</c>.</summary>
public sealed record PaginatorConfig
{
    /// <summary>The largest page that the service gives.</summary>
    internal const int LargestPage = 60;

    /// <summary>
    /// The most items to give over all pages, 0 or more; null for all. The last page is cut, pages are not made smaller for it. With 0 the
    /// first page is fetched and none of it given.
    /// </summary>
    public int? MaxItems { get; init; }

    /// <summary>The most items that one page may have, 1–60: becomes the request's <c>MaxResults</c>. If null, the request's own.</summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// Where to start: a <see cref="Paginator{TPage, TItem}.ResumeToken"/>, one of boto3's, or a <c>NextToken</c> of the service. Null or
    /// empty for the request's own <c>NextToken</c>, else the beginning.
    /// </summary>
    public string? StartingToken { get; init; }

    /// <summary>
    /// Whether the next page is fetched while the items of a page are worked on. Default: false, and a page is fetched when its first item
    /// is asked for. With true two pages can be in memory, and one may be fetched that nobody asks for.
    /// </summary>
    public bool Prefetch { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MaxItems ?? 0, nameof(MaxItems));
        ArgumentOutOfRangeException.ThrowIfLessThan(PageSize ?? LargestPage, 1, nameof(PageSize));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PageSize ?? LargestPage, LargestPage, nameof(PageSize));
    }
}
