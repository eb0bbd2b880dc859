using System.Globalization;

namespace CognitoIdentity.Testing.Tests.State;

public sealed class PagingTests
{
    // A walk over the items before the page would compare none of them in the tree, or all: the count does not depend on the machine.
    [Fact]
    public void Page_near_the_end_of_a_hundred_thousand_items_is_found_in_the_tree()
    {
        const int Items = 100_000;
        const int PageSize = 60;
        var comparisons = 0;
        var comparer = Comparer<string>.Create((one, other) =>
        {
            comparisons++;
            return string.CompareOrdinal(one, other);
        });
        var all = new SortedSet<string>(Enumerable.Range(0, Items).Select(Item), comparer);
        var token = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Item(Items - PageSize - 1)));
        comparisons = 0;

        var (page, next) = Paging.Page(all, token, PageSize);

        Assert.Equal(Enumerable.Range(Items - PageSize, PageSize).Select(Item), page);
        Assert.Null(next);
        Assert.InRange(comparisons, 1, 10 * PageSize);
    }

    private static string Item(int number) => number.ToString("x8", CultureInfo.InvariantCulture);
}
