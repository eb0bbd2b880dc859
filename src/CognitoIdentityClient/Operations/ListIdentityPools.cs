using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.ListIdentityPoolsAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html">API reference</see>.
/// </summary>
public sealed record ListIdentityPoolsRequest : IValidatable
{
    /// <summary>Gets the maximum number of items on the page: 1–60.</summary>
    public required int MaxResults { get; init; }

    /// <summary>Gets the page to read: the <c>NextToken</c> of the previous page; null for the first page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextToken { get; init; }

    internal static Operation<ListIdentityPoolsRequest, ListIdentityPoolsResponse> Operation { get; } = new(
        "ListIdentityPools",
        SigV4RequestSigner.Instance,
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
    /// <summary>Gets the identity pools on this page.</summary>
    [AllowNull]
    public IReadOnlyList<IdentityPoolShortDescription> IdentityPools { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Gets the token of the next page; null or empty on the last page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextToken { get; init; }

    // A record prints only the names of the types of its collections.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(IdentityPools), IdentityPools)
            .Member(nameof(NextToken), NextToken);
        return true;
    }
}
