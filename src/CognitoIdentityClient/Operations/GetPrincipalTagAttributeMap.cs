using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.GetPrincipalTagAttributeMapAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetPrincipalTagAttributeMap.html">API reference</see>.
/// </summary>
public sealed record GetPrincipalTagAttributeMapRequest : IValidatable
{
    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>
    /// Gets the identity provider whose claims are mapped, 1–128 characters: <c>accounts.google.com</c>, or the provider name of a user
    /// pool.
    /// </summary>
    public required string IdentityProviderName { get; init; }

    internal static Operation<GetPrincipalTagAttributeMapRequest, GetPrincipalTagAttributeMapResponse> Operation { get; } = new(
        "GetPrincipalTagAttributeMap",
        SigV4RequestSigner.Instance,
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
    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityPoolId { get; init; }

    /// <summary>
    /// Gets the identity provider whose claims are mapped, 1–128 characters: <c>accounts.google.com</c>, or the provider name of a user
    /// pool.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityProviderName { get; init; }

    /// <summary>
    /// Gets the tags of the user's session for attribute-based access control, at most 50: the name of the tag, 1–128 characters, and the
    /// name of the claim that its value comes from, 1–256 characters.
    /// </summary>
    [AllowNull]
    public IReadOnlyDictionary<string, string> PrincipalTags { get; init => field = value.OrEmpty(); } =
        ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Gets whether the default mappings are used: <c>username</c> from <c>sub</c> and <c>client</c> from <c>aud</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UseDefaults { get; init; }

    // A record prints only the names of the types of its collections.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(IdentityPoolId), IdentityPoolId)
            .Member(nameof(IdentityProviderName), IdentityProviderName)
            .Member(nameof(PrincipalTags), PrincipalTags)
            .Member(nameof(UseDefaults), UseDefaults);
        return true;
    }
}
