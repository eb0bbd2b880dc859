using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.ListTagsForResourceAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListTagsForResource.html">API reference</see>.
/// </summary>
public sealed record ListTagsForResourceRequest : IValidatable
{
    /// <summary>The pool's ARN, <c>arn:aws:cognito-identity:REGION:ACCOUNT:identitypool/POOL-ID</c>, 20–2,048 characters.</summary>
    public required string ResourceArn { get; init; }

    internal static Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> Operation { get; } = new(
        "ListTagsForResource",
        isSigned: true,
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
    /// <summary>The pool's tags.</summary>
    [AllowNull]
    public IReadOnlyDictionary<string, string> Tags { get; init => field = value.OrEmpty(); } = ReadOnlyDictionary<string, string>.Empty;
}
