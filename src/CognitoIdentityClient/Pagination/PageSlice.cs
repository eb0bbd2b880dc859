namespace CognitoIdentity;

/// <summary>A page, and the part of it that an enumeration gives.</summary>
/// <param name="Page">The page as the service gave it.</param>
/// <param name="Start">Where the part starts: the token that fetched the page, and how many of its items were given before.</param>
/// <param name="Items">The items of the part: all of the page, but for a resumed first page and for a last one that <c>MaxItems</c> cuts.</param>
/// <param name="End">Where to go on after the part; null at the end of the list.</param>
internal sealed record PageSlice<TPage, TItem>(TPage Page, PagePosition Start, IReadOnlyList<TItem> Items, PagePosition? End)
{
    /// <summary>Where to go on after the first items of the part.</summary>
    public PagePosition? After(int items) =>
        items < Items.Count ? Start with { ItemsGiven = Start.Skip + items } : End;
}
