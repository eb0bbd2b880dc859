using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Pagination;

/// <summary>The requests of the three paginated operations, page by page.</summary>
public sealed class PaginatedRequestTests
{
    private readonly List<object> _requests = [];

    [Theory]
    [InlineData(null, 7, 7)]
    [InlineData(9, 7, 9)]
    public async Task ListIdentities_keeps_its_members_and_takes_the_page_size(int? pageSize, int maxResults, int expected)
    {
        var client = Client(token => new ListIdentitiesResponse
        {
            Identities = [new() { IdentityId = $"after {token}" }],
            NextToken = token is null ? "T1" : null,
        });
        var request = new ListIdentitiesRequest { IdentityPoolId = "us-east-1:1", MaxResults = maxResults, HideDisabled = true };

        var items = await client.PaginateListIdentities(request, new() { PageSize = pageSize }).ToListAsync();

        Assert.Equal(["after ", "after T1"], items.Select(item => item.IdentityId));
        Assert.Equal([request with { MaxResults = expected }, request with { MaxResults = expected, NextToken = "T1" }], _requests);
    }

    [Theory]
    [InlineData(null, null, 60)]
    [InlineData(null, 7, 7)]
    [InlineData(9, 7, 9)]
    public async Task LookupDeveloperIdentity_has_pages_of_60_by_default(int? pageSize, int? maxResults, int expected)
    {
        var client = Client(token => new LookupDeveloperIdentityResponse
        {
            DeveloperUserIdentifierList = [$"after {token}"],
            NextToken = token is null ? "T1" : null,
        });
        var request =
            new LookupDeveloperIdentityRequest { IdentityPoolId = "us-east-1:1", IdentityId = "us-east-1:2", MaxResults = maxResults };

        var items = await client.PaginateLookupDeveloperIdentity(request, new() { PageSize = pageSize }).ToListAsync();

        Assert.Equal(["after ", "after T1"], items);
        Assert.Equal([request with { MaxResults = expected }, request with { MaxResults = expected, NextToken = "T1" }], _requests);
    }

    [Theory]
    [InlineData(null, null, 60)]
    [InlineData(null, 7, 7)]
    [InlineData(9, 7, 9)]
    public async Task ListIdentityPools_has_pages_of_60_by_default(int? pageSize, int? maxResults, int expected)
    {
        var client = Client(_ => new ListIdentityPoolsResponse());
        var request = maxResults is { } size ? new ListIdentityPoolsRequest { MaxResults = size } : null;

        await client.PaginateListIdentityPools(request, new() { PageSize = pageSize }).ToListAsync();

        Assert.Equal([new ListIdentityPoolsRequest { MaxResults = expected }], _requests);
    }

    [Fact]
    public async Task Pages_that_MaxItems_cuts_are_cut_for_every_operation()
    {
        var identities = Client(_ => new ListIdentitiesResponse
        {
            Identities = [new() { IdentityId = "a" }, new() { IdentityId = "b" }],
            IdentityPoolId = "us-east-1:1",
        }).PaginateListIdentities(new() { IdentityPoolId = "us-east-1:1", MaxResults = 2 }, new() { MaxItems = 1 });
        var users =
            Client(_ => new LookupDeveloperIdentityResponse { DeveloperUserIdentifierList = ["a", "b"], IdentityId = "us-east-1:2" })
            .PaginateLookupDeveloperIdentity(new() { IdentityPoolId = "us-east-1:1", IdentityId = "us-east-1:2" }, new() { MaxItems = 1 });

        var page = Assert.Single(await identities.AsPages().ToListAsync());
        var userPage = Assert.Single(await users.AsPages().ToListAsync());

        Assert.Equal(("a", "us-east-1:1"), (Assert.Single(page.Identities).IdentityId, page.IdentityPoolId));
        Assert.Equal(("a", "us-east-1:2"), (Assert.Single(userPage.DeveloperUserIdentifierList), userPage.IdentityId));
    }

    [Fact]
    public async Task Start_is_the_configurations_token_else_the_requests()
    {
        var client = Client(_ => new ListIdentityPoolsResponse());
        var request = new ListIdentityPoolsRequest { MaxResults = 1, NextToken = "T1" };

        await client.PaginateListIdentityPools(request).ToListAsync();
        await client.PaginateListIdentityPools(request, new() { StartingToken = "" }).ToListAsync();
        await client.PaginateListIdentityPools(request, new() { StartingToken = "T2" }).ToListAsync();

        Assert.Equal(["T1", "T1", "T2"], _requests.Select(sent => ((ListIdentityPoolsRequest)sent).NextToken));
    }

    private ICognitoIdentityClient Client(Func<string?, object> page) => FakeClient.Create((request, _) =>
    {
        _requests.Add(request);
        return Task.FromResult(page((string?)request.GetType().GetProperty("NextToken")!.GetValue(request)));
    });
}
