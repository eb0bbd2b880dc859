using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.GetPrincipalTagAttributeMapAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetPrincipalTagAttributeMap.html">API reference</see>.
/// </summary>
public sealed record GetPrincipalTagAttributeMapRequest : IValidatable
{
    /// <summary>The pool's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>
    /// The provider whose claims are mapped, 1–128 characters: <c>accounts.google.com</c>, or a user pool's provider name.
    /// </summary>
    public required string IdentityProviderName { get; init; }

    internal static Operation<GetPrincipalTagAttributeMapRequest, GetPrincipalTagAttributeMapResponse> Operation { get; } = new(
        "GetPrincipalTagAttributeMap",
        isSigned: true,
        OperationEffect.Read,
        WireJson.Context.GetPrincipalTagAttributeMapRequest,
        WireJson.Context.GetPrincipalTagAttributeMapResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityPoolId, Constraints.Id);
        checker.Required(IdentityProviderName, Constraints.ProviderName);
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.GetPrincipalTagAttributeMapAsync"/>.</summary>
public sealed record GetPrincipalTagAttributeMapResponse : CognitoIdentityResponse
{
    /// <summary>The pool's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public string? IdentityPoolId { get; init; }

    /// <summary>
    /// The provider whose claims are mapped, 1–128 characters: <c>accounts.google.com</c>, or a user pool's provider name.
    /// </summary>
    public string? IdentityProviderName { get; init; }

    /// <summary>
    /// The tags that the user's session gets for attribute-based access control: a tag name of 1–128 characters and a value or, in a
    /// mapping, the name of the claim that it comes from, 1–256 characters. At most 50.
    /// </summary>
    [AllowNull]
    public IReadOnlyDictionary<string, string> PrincipalTags { get; init => field = value.OrEmpty(); } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether the default mappings are used: <c>username</c> from <c>sub</c> and <c>client</c> from <c>aud</c>.</summary>
    public bool? UseDefaults { get; init; }
}
