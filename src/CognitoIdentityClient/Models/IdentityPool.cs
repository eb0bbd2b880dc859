using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The configuration of an identity pool: the response of CreateIdentityPool, DescribeIdentityPool and UpdateIdentityPool.
/// </summary>
public sealed record IdentityPool : CognitoIdentityResponse
{
    /// <summary>
    /// Gets whether the basic (classic) flow, GetOpenIdToken followed by a call of AWS STS, is allowed in addition to the enhanced flow.
    /// Null if it was never set: the flow is then allowed.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AllowClassicFlow { get; init; }

    /// <summary>Gets whether guests, users without a login, get identities.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AllowUnauthenticatedIdentities { get; init; }

    /// <summary>Gets the Amazon Cognito user pools, with their client ids, whose users the pool accepts.</summary>
    [AllowNull]
    public IReadOnlyList<CognitoIdentityProvider> CognitoIdentityProviders { get; init => field = value.OrEmpty(); } = [];

    /// <summary>
    /// Gets the name of the developer provider: the key in <c>Logins</c> of users that your own backend authenticates. 1–128 letters,
    /// digits and <c>._-</c>. It cannot be changed once set.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeveloperProviderName { get; init; }

    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>Gets the name of the identity pool.</summary>
    public required string IdentityPoolName { get; init; }

    /// <summary>Gets the tags of the identity pool, at most 50: keys of 1–128 characters, values of up to 256.</summary>
    [AllowNull]
    public IReadOnlyDictionary<string, string> IdentityPoolTags { get; init => field = value.OrEmpty(); } =
        ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Gets the ARNs, each 20–2,048 characters, of the IAM OpenID Connect providers whose users the pool accepts.</summary>
    [AllowNull]
    public IReadOnlyList<string> OpenIdConnectProviderARNs { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Gets the ARNs, each 20–2,048 characters, of the IAM SAML providers whose users the pool accepts.</summary>
    [AllowNull]
    public IReadOnlyList<string> SamlProviderARNs { get; init => field = value.OrEmpty(); } = [];

    /// <summary>
    /// Gets the public identity providers whose users the pool accepts, at most 10: a name such as <c>accounts.google.com</c>,
    /// <c>graph.facebook.com</c>, <c>appleid.apple.com</c> or <c>www.amazon.com</c>, and the id of your application at that provider.
    /// </summary>
    [AllowNull]
    public IReadOnlyDictionary<string, string> SupportedLoginProviders { get; init => field = value.OrEmpty(); } =
        ReadOnlyDictionary<string, string>.Empty;

    // A record prints only the names of the types of its collections.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(AllowClassicFlow), AllowClassicFlow)
            .Member(nameof(AllowUnauthenticatedIdentities), AllowUnauthenticatedIdentities)
            .Member(nameof(CognitoIdentityProviders), CognitoIdentityProviders)
            .Member(nameof(DeveloperProviderName), DeveloperProviderName)
            .Member(nameof(IdentityPoolId), IdentityPoolId)
            .Member(nameof(IdentityPoolName), IdentityPoolName)
            .Member(nameof(IdentityPoolTags), IdentityPoolTags)
            .Member(nameof(OpenIdConnectProviderARNs), OpenIdConnectProviderARNs)
            .Member(nameof(SamlProviderARNs), SamlProviderARNs)
            .Member(nameof(SupportedLoginProviders), SupportedLoginProviders);
        return true;
    }
}
