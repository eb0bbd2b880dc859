namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.UnlinkDeveloperIdentityAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkDeveloperIdentity.html">API reference</see>.
/// </summary>
public sealed record UnlinkDeveloperIdentityRequest : IValidatable
{
    /// <summary>Gets the name of the pool's developer provider, 1–128 characters.</summary>
    public required string DeveloperProviderName { get; init; }

    /// <summary>Gets the id of the user in your own authentication system, 1–1,024 characters.</summary>
    public required string DeveloperUserIdentifier { get; init; }

    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityId { get; init; }

    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    internal static Operation<UnlinkDeveloperIdentityRequest, UnlinkDeveloperIdentityResponse> Operation { get; } = new(
        "UnlinkDeveloperIdentity",
        SigV4RequestSigner.Instance,
        OperationEffect.RepeatableRemoval,
        WireJson.Context.UnlinkDeveloperIdentityRequest,
        WireJson.Context.UnlinkDeveloperIdentityResponse,
        hasOutput: false);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(DeveloperProviderName, Constraints.DeveloperProviderName);
        checker.Required(DeveloperUserIdentifier, Constraints.DeveloperUserIdentifier);
        checker.Required(IdentityId, Constraints.Id);
        checker.Required(IdentityPoolId, Constraints.Id);
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.UnlinkDeveloperIdentityAsync"/>; it has no members of its own.</summary>
public sealed record UnlinkDeveloperIdentityResponse : CognitoIdentityResponse;
