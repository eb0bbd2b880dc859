namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.DeleteIdentityPoolAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentityPool.html">API reference</see>.
/// </summary>
public sealed record DeleteIdentityPoolRequest : IValidatable
{
    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    internal static Operation<DeleteIdentityPoolRequest, DeleteIdentityPoolResponse> Operation { get; } = new(
        "DeleteIdentityPool",
        SigV4RequestSigner.Instance,
        OperationEffect.RepeatableRemoval,
        WireJson.Context.DeleteIdentityPoolRequest,
        WireJson.Context.DeleteIdentityPoolResponse,
        hasOutput: false);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityPoolId, Constraints.Id);
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.DeleteIdentityPoolAsync"/>; it has no members of its own.</summary>
public sealed record DeleteIdentityPoolResponse : CognitoIdentityResponse;
