namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.MergeDeveloperIdentitiesAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MergeDeveloperIdentities.html">API reference</see>.
/// </summary>
public sealed record MergeDeveloperIdentitiesRequest : IValidatable
{
    /// <summary>Gets the id of the user who stays, 1–1,024 characters: the logins of the other user move to this user's identity.</summary>
    public required string DestinationUserIdentifier { get; init; }

    /// <summary>Gets the name of the pool's developer provider, 1–128 characters.</summary>
    public required string DeveloperProviderName { get; init; }

    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>
    /// Gets the id of the user who is merged into the other one, 1–1,024 characters: this user's current identity is disabled.
    /// </summary>
    public required string SourceUserIdentifier { get; init; }

    internal static Operation<MergeDeveloperIdentitiesRequest, MergeDeveloperIdentitiesResponse> Operation { get; } = new(
        "MergeDeveloperIdentities",
        SigV4RequestSigner.Instance,
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
    /// <summary>Gets the id of the identity that both users now have, <c>REGION:GUID</c>.</summary>
    public required string IdentityId { get; init; }
}
