namespace CognitoIdentity;

/// <summary>A list operation as a paginator uses it.</summary>
/// <param name="FetchAsync">Fetches the page of a token; null for the first page.</param>
/// <param name="Items">Returns the items of a page.</param>
/// <param name="NextToken">Returns the token of the next page; null or empty after the last.</param>
/// <param name="WithItems">Copies a page with other items.</param>
internal sealed record PageSource<TPage, TItem>(
    Func<string?, CancellationToken, Task<TPage>> FetchAsync,
    Func<TPage, IReadOnlyList<TItem>> Items,
    Func<TPage, string?> NextToken,
    Func<TPage, IReadOnlyList<TItem>, TPage> WithItems);
