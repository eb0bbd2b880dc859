using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.ListIdentityPoolsAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html">API reference</see>.
/// </summary>
public sealed record ListIdentityPoolsRequest : IValidatable
{
    /// <summary>The most items that one page may have: 1–60.</summary>
    public required int MaxResults { get; init; }

    /// <summary>The page to read: the <c>NextToken</c> of the page before; null for the first.</summary>
    public string? NextToken { get; init; }

    internal static Operation<ListIdentityPoolsRequest, ListIdentityPoolsResponse> Operation { get; } = new(
        "ListIdentityPools",
        isSigned: true,
        OperationEffect.Read,
        WireJson.Context.ListIdentityPoolsRequest,
        WireJson.Context.ListIdentityPoolsResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(MaxResults, Constraints.PageSize);
        checker.Optional(NextToken, Constraints.PageToken);
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.ListIdentityPoolsAsync"/>.</summary>
public sealed record ListIdentityPoolsResponse : CognitoIdentityResponse
{
    /// <summary>The identity pools of this page.</summary>
    [AllowNull]
    public IReadOnlyList<IdentityPoolShortDescription> IdentityPools { get; init => field = value.OrEmpty(); } = [];

    /// <summary>What to pass for the next page; null or empty on the last.</summary>
    public string? NextToken { get; init; }
}
