using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.LookupDeveloperIdentityAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_LookupDeveloperIdentity.html">API reference</see>.
/// </summary>
public sealed record LookupDeveloperIdentityRequest : IValidatable
{
    /// <summary>
    /// Gets the id, in your own authentication system, of the user whose identity is looked up: 1–1,024 characters. Either this or
    /// <see cref="IdentityId"/> is required; with both, the service checks that they belong together.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeveloperUserIdentifier { get; init; }

    /// <summary>
    /// Gets the id of the identity whose users are looked up, <c>REGION:GUID</c>, 1–55 characters. Either this or
    /// <see cref="DeveloperUserIdentifier"/> is required.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityId { get; init; }

    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>Gets the maximum number of items on the page: 1–60. Null lets the service choose.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxResults { get; init; }

    /// <summary>Gets the page to read: the <c>NextToken</c> of the previous page; null for the first page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextToken { get; init; }

    internal static Operation<LookupDeveloperIdentityRequest, LookupDeveloperIdentityResponse> Operation { get; } = new(
        "LookupDeveloperIdentity",
        SigV4RequestSigner.Instance,
        OperationEffect.Read,
        WireJson.Context.LookupDeveloperIdentityRequest,
        WireJson.Context.LookupDeveloperIdentityResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Optional(DeveloperUserIdentifier, Constraints.DeveloperUserIdentifier);
        checker.Optional(IdentityId, Constraints.Id);
        checker.Required(IdentityPoolId, Constraints.Id);
        checker.Optional(MaxResults, Constraints.PageSize);
        checker.Optional(NextToken, Constraints.PageToken);
        if (IdentityId is null && DeveloperUserIdentifier is null)
        {
            checker.AddMissing(nameof(IdentityId), $"where {nameof(DeveloperUserIdentifier)} is left out");
        }
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.LookupDeveloperIdentityAsync"/>.</summary>
public sealed record LookupDeveloperIdentityResponse : CognitoIdentityResponse
{
    /// <summary>Gets the ids of the user in your own authentication system.</summary>
    [AllowNull]
    public IReadOnlyList<string> DeveloperUserIdentifierList { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>, 1–55 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityId { get; init; }

    /// <summary>Gets the token of the next page; null or empty on the last page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextToken { get; init; }

    // A record prints only the names of the types of its collections.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(DeveloperUserIdentifierList), DeveloperUserIdentifierList)
            .Member(nameof(IdentityId), IdentityId)
            .Member(nameof(NextToken), NextToken);
        return true;
    }
}
