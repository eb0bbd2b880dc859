using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.DeleteIdentitiesAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentities.html">API reference</see>.
/// </summary>
public sealed record DeleteIdentitiesRequest : IValidatable
{
    /// <summary>Gets the ids of 1–60 identities.</summary>
    public required IReadOnlyList<string> IdentityIdsToDelete { get; init; }

    internal static Operation<DeleteIdentitiesRequest, DeleteIdentitiesResponse> Operation { get; } = new(
        "DeleteIdentities",
        SigV4RequestSigner.Instance,
        OperationEffect.RepeatableWrite,
        WireJson.Context.DeleteIdentitiesRequest,
        WireJson.Context.DeleteIdentitiesResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityIdsToDelete, Constraints.Ids);
    }

    // A record prints only the names of the types of its collections.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(IdentityIdsToDelete), IdentityIdsToDelete);
        return true;
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.DeleteIdentitiesAsync"/>.</summary>
public sealed record DeleteIdentitiesResponse : CognitoIdentityResponse
{
    /// <summary>Gets the identities that were not deleted, each with the reason; empty if all were deleted.</summary>
    [AllowNull]
    public IReadOnlyList<UnprocessedIdentityId> UnprocessedIdentityIds { get; init => field = value.OrEmpty(); } = [];

    // A record prints only the names of the types of its collections.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(UnprocessedIdentityIds), UnprocessedIdentityIds);
        return true;
    }
}
