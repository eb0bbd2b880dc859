using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.DeleteIdentitiesAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentities.html">API reference</see>.
/// </summary>
public sealed record DeleteIdentitiesRequest : IValidatable
{
    /// <summary>The ids of 1–60 identities.</summary>
    public required IReadOnlyList<string> IdentityIdsToDelete { get; init; }

    internal static Operation<DeleteIdentitiesRequest, DeleteIdentitiesResponse> Operation { get; } = new(
        "DeleteIdentities",
        isSigned: true,
        OperationEffect.RepeatableWrite,
        WireJson.Context.DeleteIdentitiesRequest,
        WireJson.Context.DeleteIdentitiesResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityIdsToDelete, Constraints.Ids);
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.DeleteIdentitiesAsync"/>.</summary>
public sealed record DeleteIdentitiesResponse : CognitoIdentityResponse
{
    /// <summary>The identities that were not deleted, each with the reason. Empty when all were.</summary>
    [AllowNull]
    public IReadOnlyList<UnprocessedIdentityId> UnprocessedIdentityIds { get; init => field = value.OrEmpty(); } = [];
}
