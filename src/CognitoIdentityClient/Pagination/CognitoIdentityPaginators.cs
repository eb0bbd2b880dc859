namespace CognitoIdentity;

/// <summary>
/// Paginators for the list operations. They work with any <see cref="ICognitoIdentityClient"/>, including a fake in a test.
/// </summary>
public static class CognitoIdentityPaginators
{
    /// <summary>
    /// Creates a paginator over the identities of an identity pool. Nothing is sent until it is enumerated. See
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentities.html">ListIdentities</see>.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="request">
    /// The request for the pool. Its <c>MaxResults</c> is the page size, unless <paramref name="config"/> sets one; its <c>NextToken</c> is
    /// the first page, unless <paramref name="config"/> has a starting token.
    /// </param>
    /// <param name="config">The limit, page size and starting point; null for all identities.</param>
    /// <returns>The paginator.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting in <paramref name="config"/> is out of range.</exception>
    /// <example>
    /// <code>
    /// await foreach (var identity in client.PaginateListIdentities(new() { IdentityPoolId = id, MaxResults = 60 }))
    /// {
    ///     Console.WriteLine(identity.IdentityId);
    /// }
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

    /// <summary>
    /// Creates a paginator over the identity pools of the account in the client's region. Nothing is sent until it is enumerated. See
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html">ListIdentityPools</see>.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="request">
    /// The request. Its <c>MaxResults</c> is the page size, unless <paramref name="config"/> sets one. Null for pages of 60.
    /// </param>
    /// <param name="config">The limit, page size and starting point; null for all pools.</param>
    /// <returns>The paginator.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting in <paramref name="config"/> is out of range.</exception>
    public static Paginator<ListIdentityPoolsResponse, IdentityPoolShortDescription> PaginateListIdentityPools(
        this ICognitoIdentityClient client,
        ListIdentityPoolsRequest? request = null,
        PaginatorConfig? config = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        request ??= new() { MaxResults = PaginatorConfig.MaxPageSize };
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

    /// <summary>
    /// Creates a paginator over the developer user identifiers of an identity. Nothing is sent until it is enumerated. See the
    /// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_LookupDeveloperIdentity.html">API reference</see>.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="request">
    /// The request for the identity. Its <c>MaxResults</c> is the page size, unless <paramref name="config"/> sets one; 60 if neither does.
    /// </param>
    /// <param name="config">The limit, page size and starting point; null for all identifiers.</param>
    /// <returns>The paginator.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting in <paramref name="config"/> is out of range.</exception>
    public static Paginator<LookupDeveloperIdentityResponse, string> PaginateLookupDeveloperIdentity(
        this ICognitoIdentityClient client,
        LookupDeveloperIdentityRequest request,
        PaginatorConfig? config = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        var sized = request with { MaxResults = config?.PageSize ?? request.MaxResults ?? PaginatorConfig.MaxPageSize };
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
