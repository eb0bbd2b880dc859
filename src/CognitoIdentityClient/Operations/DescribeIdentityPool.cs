namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.DescribeIdentityPoolAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html">API reference</see>.
/// </summary>
public sealed record DescribeIdentityPoolRequest : IValidatable
{
    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    internal static Operation<DescribeIdentityPoolRequest, IdentityPool> Operation { get; } = new(
        "DescribeIdentityPool",
        SigV4RequestSigner.Instance,
        OperationEffect.Read,
        WireJson.Context.DescribeIdentityPoolRequest,
        WireJson.Context.IdentityPool);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityPoolId, Constraints.Id);
    }
}
