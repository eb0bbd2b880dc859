namespace CognitoIdentity;

/// <summary>Settings of a paginator, as in boto3's <c>PaginationConfig</c>.</summary>
public sealed record PaginatorConfig
{
    /// <summary>The maximum number of items in a page of the service.</summary>
    internal const int MaxPageSize = 60;

    /// <summary>
    /// Gets the maximum number of items over all pages, 0 or more. Default: null, all items. The last page is cut; the page size stays the
    /// same. With 0, the first page is fetched but no item is returned.
    /// </summary>
    public int? MaxItems { get; init; }

    /// <summary>
    /// Gets the maximum number of items in a page, 1–60, sent as <c>MaxResults</c>. Default: null, the request's own value.
    /// </summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// Gets the starting point: a <see cref="Paginator{TPage, TItem}.ResumeToken"/>, a <c>resume_token</c> of boto3, or a <c>NextToken</c>
    /// of the service. Default: null, which like the empty text means the request's own <c>NextToken</c>, or otherwise the beginning.
    /// </summary>
    public string? StartingToken { get; init; }

    /// <summary>
    /// Gets whether to fetch the next page while the items of the current one are consumed. Default: false, a page is fetched when its
    /// first item is requested. If true, up to two pages are in memory, and a page may be fetched that is never used.
    /// </summary>
    public bool Prefetch { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MaxItems ?? 0, nameof(MaxItems));
        ArgumentOutOfRangeException.ThrowIfLessThan(PageSize ?? MaxPageSize, 1, nameof(PageSize));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PageSize ?? MaxPageSize, MaxPageSize, nameof(PageSize));
    }
}
