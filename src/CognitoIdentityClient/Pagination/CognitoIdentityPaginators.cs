namespace CognitoIdentity;

/// <summary>Pages through the operations that list. They work over any <see cref="ICognitoIdentityClient"/>, a test's fake too.</summary>
public static class CognitoIdentityPaginators
{
    /// <summary>All identities of an identity pool.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">Which pool. Its <c>MaxResults</c> is the page size if <paramref name="config"/> has none.</param>
    /// <param name="config">How many items, from where; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number in <paramref name="config"/> is out of its range.</exception>
    /// <example>
    /// <code>
    /// await foreach (var identity in client.PaginateListIdentities(new() { IdentityPoolId = id, MaxResults = 60 })) …
    /// </code>
    /// </example>
    public static Paginator<ListIdentitiesResponse, IdentityDescription> PaginateListIdentities(
        this ICognitoIdentityClient client,
        ListIdentitiesRequest request,
        PaginatorConfig? config = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        var sized = request with { MaxResults = config?.PageSize ?? request.MaxResults };
        return new(
            new(
                (token, cancellationToken) => client.ListIdentitiesAsync(sized with { NextToken = token }, cancellationToken),
                static page => page.Identities,
                static page => page.NextToken,
                static (page, items) => page with { Identities = items }),
            config ?? new(),
            request.NextToken);
    }

    /// <summary>All identity pools of the account in the region.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">The page size, if <paramref name="config"/> has none; null for pages of 60.</param>
    /// <param name="config">How many items, from where; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number in <paramref name="config"/> is out of its range.</exception>
    public static Paginator<ListIdentityPoolsResponse, IdentityPoolShortDescription> PaginateListIdentityPools(
        this ICognitoIdentityClient client,
        ListIdentityPoolsRequest? request = null,
        PaginatorConfig? config = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        request ??= new() { MaxResults = PaginatorConfig.LargestPage };
        var sized = request with { MaxResults = config?.PageSize ?? request.MaxResults };
        return new(
            new(
                (token, cancellationToken) => client.ListIdentityPoolsAsync(sized with { NextToken = token }, cancellationToken),
                static page => page.IdentityPools,
                static page => page.NextToken,
                static (page, items) => page with { IdentityPools = items }),
            config ?? new(),
            request.NextToken);
    }

    /// <summary>All developer user identifiers of an identity.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">Which identity. Pages have 60 items if neither it nor <paramref name="config"/> says otherwise.</param>
    /// <param name="config">How many items, from where; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number in <paramref name="config"/> is out of its range.</exception>
    public static Paginator<LookupDeveloperIdentityResponse, string> PaginateLookupDeveloperIdentity(
        this ICognitoIdentityClient client,
        LookupDeveloperIdentityRequest request,
        PaginatorConfig? config = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        var sized = request with { MaxResults = config?.PageSize ?? request.MaxResults ?? PaginatorConfig.LargestPage };
        return new(
            new(
                (token, cancellationToken) => client.LookupDeveloperIdentityAsync(sized with { NextToken = token }, cancellationToken),
                static page => page.DeveloperUserIdentifierList,
                static page => page.NextToken,
                static (page, items) => page with { DeveloperUserIdentifierList = items }),
            config ?? new(),
            request.NextToken);
    }
}
