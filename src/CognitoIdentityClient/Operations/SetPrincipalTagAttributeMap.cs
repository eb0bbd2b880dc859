using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.SetPrincipalTagAttributeMapAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetPrincipalTagAttributeMap.html">API reference</see>.
/// </summary>
public sealed record SetPrincipalTagAttributeMapRequest : IValidatable
{
    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>
    /// Gets the identity provider whose claims are mapped, 1–128 characters: <c>accounts.google.com</c>, or the provider name of a user
    /// pool.
    /// </summary>
    public required string IdentityProviderName { get; init; }

    /// <summary>
    /// Gets the tags of the user's session for attribute-based access control, at most 50: the name of the tag, 1–128 characters, and the
    /// name of the claim that its value comes from, 1–256 characters.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? PrincipalTags { get; init; }

    /// <summary>
    /// Gets whether the default mappings are used: <c>username</c> from <c>sub</c> and <c>client</c> from <c>aud</c>. Default: false.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? UseDefaults { get; init; }

    internal static Operation<SetPrincipalTagAttributeMapRequest, SetPrincipalTagAttributeMapResponse> Operation { get; } = new(
        "SetPrincipalTagAttributeMap",
        SigV4RequestSigner.Instance,
        OperationEffect.RepeatableWrite,
        WireJson.Context.SetPrincipalTagAttributeMapRequest,
        WireJson.Context.SetPrincipalTagAttributeMapResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityPoolId, Constraints.Id);
        checker.Required(IdentityProviderName, Constraints.ProviderName);
        checker.Optional(PrincipalTags, Constraints.PrincipalTags);
    }

    // A record prints only the names of the types of its collections.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(IdentityPoolId), IdentityPoolId)
            .Member(nameof(IdentityProviderName), IdentityProviderName)
            .Member(nameof(PrincipalTags), PrincipalTags)
            .Member(nameof(UseDefaults), UseDefaults);
        return true;
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.SetPrincipalTagAttributeMapAsync"/>.</summary>
public sealed record SetPrincipalTagAttributeMapResponse : CognitoIdentityResponse
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
