using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.ListTagsForResourceAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListTagsForResource.html">API reference</see>.
/// </summary>
public sealed record ListTagsForResourceRequest : IValidatable
{
    /// <summary>
    /// Gets the ARN of the identity pool, <c>arn:aws:cognito-identity:REGION:ACCOUNT:identitypool/POOL-ID</c>, 20–2,048 characters.
    /// </summary>
    public required string ResourceArn { get; init; }

    internal static Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> Operation { get; } = new(
        "ListTagsForResource",
        SigV4RequestSigner.Instance,
        OperationEffect.Read,
        WireJson.Context.ListTagsForResourceRequest,
        WireJson.Context.ListTagsForResourceResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(ResourceArn, Constraints.Arn);
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.ListTagsForResourceAsync"/>.</summary>
public sealed record ListTagsForResourceResponse : CognitoIdentityResponse
{
    /// <summary>Gets the tags of the identity pool.</summary>
    [AllowNull]
    public IReadOnlyDictionary<string, string> Tags { get; init => field = value.OrEmpty(); } = ReadOnlyDictionary<string, string>.Empty;

    // A record prints only the names of the types of its collections.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(Tags), Tags);
        return true;
    }
}
