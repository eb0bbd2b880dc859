using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Pagination;

/// <summary>A list of pools in pages of the test's choice: the items and the next token by the token that fetches the page.</summary>
internal sealed class FakePools
{
    private readonly Dictionary<string, (string[] Items, string? NextToken)> _pages = [];

    public FakePools() => Client = FakeClient.Create(RespondAsync);

    /// <summary>The pages that boto3 was measured with.</summary>
    public static FakePools Measured => new FakePools()
        .Page(null, ["p0", "p1", "p2"], "T1")
        .Page("T1", ["p3", "p4", "p5"], "T2")
        .Page("T2", ["p6"], null);

    public ICognitoIdentityClient Client { get; }

    public List<ListIdentityPoolsRequest> Requests { get; } = [];

    /// <summary>The tokens of the requests, with <c>-</c> for none.</summary>
    public string Calls => string.Join(' ', Requests.Select(request => request.NextToken ?? "-"));

    /// <summary>Called before the response to a request.</summary>
    public Func<ListIdentityPoolsRequest, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    public FakePools Page(string? token, string[] items, string? nextToken)
    {
        _pages[token ?? ""] = (items, nextToken);
        return this;
    }

    public Paginator<ListIdentityPoolsResponse, IdentityPoolShortDescription> Paginate(PaginatorConfig? config = null) =>
        Client.PaginateListIdentityPools(config: config);

    public static string Join(IEnumerable<IdentityPoolShortDescription> pools) =>
        string.Join(' ', pools.Select(pool => pool.IdentityPoolId));

    private async Task<object> RespondAsync(object request, CancellationToken cancellationToken)
    {
        var list = (ListIdentityPoolsRequest)request;
        Requests.Add(list);
        await Before(list, cancellationToken);
        var (items, nextToken) = _pages[list.NextToken ?? ""];
        return new ListIdentityPoolsResponse
        {
            IdentityPools = [
            .. items.Select(id => new IdentityPoolShortDescription { IdentityPoolId = id })],
            NextToken = nextToken
        };
    }
}
