namespace CognitoIdentity;

/// <summary>A page, and the part of it that an enumeration returns.</summary>
/// <param name="Page">The service's response.</param>
/// <param name="Start">
/// The start of the part: the token that fetched the page, and the number of its items that were returned before.
/// </param>
/// <param name="Items">
/// The items of the part: the whole page, except for a resumed first page and a last page that <c>MaxItems</c> cuts.
/// </param>
/// <param name="End">The position after the part; null at the end of the list.</param>
internal sealed record PageSlice<TPage, TItem>(TPage Page, PagePosition Start, IReadOnlyList<TItem> Items, PagePosition? End)
{
    /// <summary>Returns the position after the first <paramref name="items"/> items of the part.</summary>
    public PagePosition? After(int items) =>
        items < Items.Count ? Start with { ItemsReturned = Start.Skip + items } : End;
}
