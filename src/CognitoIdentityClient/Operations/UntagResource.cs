using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.UntagResourceAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UntagResource.html">API reference</see>.
/// </summary>
public sealed record UntagResourceRequest : IValidatable
{
    /// <summary>
    /// Gets the ARN of the identity pool, <c>arn:aws:cognito-identity:REGION:ACCOUNT:identitypool/POOL-ID</c>, 20–2,048 characters.
    /// </summary>
    public required string ResourceArn { get; init; }

    /// <summary>Gets the keys of the tags to remove, each 1–128 characters.</summary>
    public required IReadOnlyList<string> TagKeys { get; init; }

    internal static Operation<UntagResourceRequest, UntagResourceResponse> Operation { get; } = new(
        "UntagResource",
        SigV4RequestSigner.Instance,
        OperationEffect.RepeatableWrite,
        WireJson.Context.UntagResourceRequest,
        WireJson.Context.UntagResourceResponse,
        hasOutput: false);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(ResourceArn, Constraints.Arn);
        checker.Required(TagKeys, Constraints.TagKeys);
    }

    // A record prints only the names of the types of its collections.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(ResourceArn), ResourceArn)
            .Member(nameof(TagKeys), TagKeys);
        return true;
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.UntagResourceAsync"/>; it has no members of its own.</summary>
public sealed record UntagResourceResponse : CognitoIdentityResponse;
