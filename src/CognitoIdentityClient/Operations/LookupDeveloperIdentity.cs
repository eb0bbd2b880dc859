using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.LookupDeveloperIdentityAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_LookupDeveloperIdentity.html">API reference</see>.
/// </summary>
public sealed record LookupDeveloperIdentityRequest : IValidatable
{
    /// <summary>
    /// The user whose identity is looked up, 1–1,024 characters. This or <see cref="IdentityId"/> is needed; with both, the service says
    /// whether they belong together.
    /// </summary>
    public string? DeveloperUserIdentifier { get; init; }

    /// <summary>
    /// The identity whose users are looked up, <c>REGION:GUID</c>, 1–55 characters. This or <see cref="DeveloperUserIdentifier"/> is
    /// needed.
    /// </summary>
    public string? IdentityId { get; init; }

    /// <summary>The pool's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>The most items that one page may have: 1–60. The service chooses if left out.</summary>
    public int? MaxResults { get; init; }

    /// <summary>The page to read: the <c>NextToken</c> of the page before; null for the first.</summary>
    public string? NextToken { get; init; }

    internal static Operation<LookupDeveloperIdentityRequest, LookupDeveloperIdentityResponse> Operation { get; } = new(
        "LookupDeveloperIdentity",
        isSigned: true,
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
    /// <summary>The ids that the user has in the application's own authentication system.</summary>
    [AllowNull]
    public IReadOnlyList<string> DeveloperUserIdentifierList { get; init => field = value.OrEmpty(); } = [];

    /// <summary>The identity's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public string? IdentityId { get; init; }

    /// <summary>What to pass for the next page; null or empty on the last.</summary>
    public string? NextToken { get; init; }
}
