namespace CognitoIdentity;

/// <summary>How a list is paged, as in boto3's <c>PaginationConfig</c>.</summary>
public sealed record PaginatorConfig
{
    /// <summary>The most items to give over all pages, 0 or more; null for all. The last page is cut, pages are not made smaller for it.</summary>
    public int? MaxItems { get; init; }

    /// <summary>The most items that one page may have, 1–60: becomes the request's <c>MaxResults</c>. If null, the request's own.</summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// Where to start: a <see cref="Paginator{TPage, TItem}.ResumeToken"/>, one of boto3's, or a <c>NextToken</c> of the service. Null for the
    /// request's own <c>NextToken</c>, else the beginning.
    /// </summary>
    public string? StartingToken { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(MaxItems ?? 0, nameof(MaxItems));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(PageSize ?? 1, nameof(PageSize));
    }
}
