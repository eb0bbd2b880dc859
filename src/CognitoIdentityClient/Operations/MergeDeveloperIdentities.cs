namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.MergeDeveloperIdentitiesAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MergeDeveloperIdentities.html">API reference</see>.
/// </summary>
public sealed record MergeDeveloperIdentitiesRequest : IValidatable
{
    /// <summary>The id of the user who stays, 1–1,024 characters: the other user's logins move to this identity.</summary>
    public required string DestinationUserIdentifier { get; init; }

    /// <summary>The pool's developer provider, 1–128 characters.</summary>
    public required string DeveloperProviderName { get; init; }

    /// <summary>The pool's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>The id of the user who is merged away, 1–1,024 characters: the identity that it has now is disabled.</summary>
    public required string SourceUserIdentifier { get; init; }

    internal static Operation<MergeDeveloperIdentitiesRequest, MergeDeveloperIdentitiesResponse> Operation { get; } = new(
        "MergeDeveloperIdentities",
        isSigned: true,
        OperationEffect.RepeatableWrite,
        WireJson.Context.MergeDeveloperIdentitiesRequest,
        WireJson.Context.MergeDeveloperIdentitiesResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(DestinationUserIdentifier, Constraints.DeveloperUserIdentifier);
        checker.Required(DeveloperProviderName, Constraints.DeveloperProviderName);
        checker.Required(IdentityPoolId, Constraints.Id);
        checker.Required(SourceUserIdentifier, Constraints.DeveloperUserIdentifier);
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.MergeDeveloperIdentitiesAsync"/>.</summary>
public sealed record MergeDeveloperIdentitiesResponse : CognitoIdentityResponse
{
    /// <summary>The id of the identity that both users now have, <c>REGION:GUID</c>.</summary>
    public required string IdentityId { get; init; }
}
