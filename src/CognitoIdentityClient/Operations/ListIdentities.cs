using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.ListIdentitiesAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentities.html">API reference</see>.
/// </summary>
public sealed record ListIdentitiesRequest : IValidatable
{
    /// <summary>Whether identities that were merged away are left out. Left out itself, it means <c>false</c>: they are listed.</summary>
    public bool? HideDisabled { get; init; }

    /// <summary>The pool's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>The most items that one page may have: 1–60.</summary>
    public required int MaxResults { get; init; }

    /// <summary>The page to read: the <c>NextToken</c> of the page before; null for the first.</summary>
    public string? NextToken { get; init; }

    internal static Operation<ListIdentitiesRequest, ListIdentitiesResponse> Operation { get; } = new(
        "ListIdentities",
        isSigned: true,
        OperationEffect.Read,
        WireJson.Context.ListIdentitiesRequest,
        WireJson.Context.ListIdentitiesResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityPoolId, Constraints.Id);
        checker.Required(MaxResults, Constraints.PageSize);
        checker.Optional(NextToken, Constraints.PageToken);
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.ListIdentitiesAsync"/>.</summary>
public sealed record ListIdentitiesResponse : CognitoIdentityResponse
{
    /// <summary>The identities of this page.</summary>
    [AllowNull]
    public IReadOnlyList<IdentityDescription> Identities { get; init => field = value.OrEmpty(); } = [];

    /// <summary>The pool's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public string? IdentityPoolId { get; init; }

    /// <summary>What to pass for the next page; null or empty on the last.</summary>
    public string? NextToken { get; init; }
}
