using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.TagResourceAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_TagResource.html">API reference</see>.
/// </summary>
public sealed record TagResourceRequest : IValidatable
{
    /// <summary>
    /// Gets the ARN of the identity pool, <c>arn:aws:cognito-identity:REGION:ACCOUNT:identitypool/POOL-ID</c>, 20–2,048 characters.
    /// </summary>
    public required string ResourceArn { get; init; }

    /// <summary>
    /// Gets the tags to set: keys of 1–128 characters, values of up to 256. An existing key gets the new value. A pool can have 50 tags.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    internal static Operation<TagResourceRequest, TagResourceResponse> Operation { get; } = new(
        "TagResource",
        SigV4RequestSigner.Instance,
        OperationEffect.RepeatableWrite,
        WireJson.Context.TagResourceRequest,
        WireJson.Context.TagResourceResponse,
        hasOutput: false);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(ResourceArn, Constraints.Arn);
        checker.Required(Tags, Constraints.Tags);
    }

    // A record prints only the names of the types of its collections.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(ResourceArn), ResourceArn)
            .Member(nameof(Tags), Tags);
        return true;
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.TagResourceAsync"/>; it has no members of its own.</summary>
public sealed record TagResourceResponse : CognitoIdentityResponse;
