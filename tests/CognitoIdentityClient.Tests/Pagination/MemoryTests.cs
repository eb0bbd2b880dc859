using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Pagination;

public sealed class MemoryTests
{
    // 100,000 identities in pages of 60. The current page and its neighbors are in use, and a slot of the stack may refer to one more for a
    // while. Pages that are kept would be hundreds.
    private const int Few = 10;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Consumed_pages_are_not_kept(bool prefetch)
    {
        const int Pages = 1667;
        var pages = new List<WeakReference>();
        var client = FakeClient.Create((request, _) => Task.FromResult(Page(pages)));
        var count = 0;
        var config = new PaginatorConfig { Prefetch = prefetch };
        await foreach (var _ in client.PaginateListIdentities(new() { IdentityPoolId = "us-east-1:1", MaxResults = 60 }, config))
        {
            if (++count % 10_000 == 0)
            {
                GC.Collect();
                Assert.InRange(pages.Count(page => page.IsAlive), 1, Few);
            }
        }

        Assert.Equal(Pages * 60, count);

        static object Page(List<WeakReference> pages)
        {
            var page = new ListIdentitiesResponse
            {
                Identities =
                    [.. Enumerable.Range(0, 60).Select(i => new IdentityDescription { IdentityId = $"us-east-1:{pages.Count}-{i}" })],
                NextToken = pages.Count + 1 < Pages ? $"{pages.Count + 1}" : null,
            };
            pages.Add(new(page));
            return page;
        }
    }
}
