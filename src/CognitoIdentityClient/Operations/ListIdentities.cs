using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.ListIdentitiesAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentities.html">API reference</see>.
/// </summary>
public sealed record ListIdentitiesRequest : IValidatable
{
    /// <summary>Gets whether identities that were merged into others are left out. Default: false (they are listed).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? HideDisabled { get; init; }

    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>Gets the maximum number of items on the page: 1–60.</summary>
    public required int MaxResults { get; init; }

    /// <summary>Gets the page to read: the <c>NextToken</c> of the previous page; null for the first page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextToken { get; init; }

    internal static Operation<ListIdentitiesRequest, ListIdentitiesResponse> Operation { get; } = new(
        "ListIdentities",
        SigV4RequestSigner.Instance,
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
    /// <summary>Gets the identities on this page.</summary>
    [AllowNull]
    public IReadOnlyList<IdentityDescription> Identities { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityPoolId { get; init; }

    /// <summary>Gets the token of the next page; null or empty on the last page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextToken { get; init; }

    // A record prints only the names of the types of its collections.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(Identities), Identities)
            .Member(nameof(IdentityPoolId), IdentityPoolId)
            .Member(nameof(NextToken), NextToken);
        return true;
    }
}
