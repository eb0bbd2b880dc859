namespace CognitoIdentity;

/// <summary>What a paginator needs to know of an operation.</summary>
/// <param name="FetchAsync">Fetches the page of a token; null for the first.</param>
/// <param name="Items">The items of a page.</param>
/// <param name="NextToken">The token of the page that follows; null or empty after the last.</param>
/// <param name="WithItems">The page with other items.</param>
internal sealed record PageSource<TPage, TItem>(
    Func<string?, CancellationToken, Task<TPage>> FetchAsync,
    Func<TPage, IReadOnlyList<TItem>> Items,
    Func<TPage, string?> NextToken,
    Func<TPage, IReadOnlyList<TItem>, TPage> WithItems);
