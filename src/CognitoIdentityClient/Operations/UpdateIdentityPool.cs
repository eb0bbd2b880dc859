using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.UpdateIdentityPoolAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html">API reference</see>.
/// </summary>
public sealed record UpdateIdentityPoolRequest : IValidatable
{
    /// <summary>
    /// Gets whether the basic (classic) flow, GetOpenIdToken followed by a call of AWS STS, is allowed in addition to the enhanced flow.
    /// Null resets it to the default.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AllowClassicFlow { get; init; }

    /// <summary>Gets whether guests, users without a login, get identities.</summary>
    public required bool AllowUnauthenticatedIdentities { get; init; }

    /// <summary>Gets the Amazon Cognito user pools, with their client ids, whose users the pool accepts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CognitoIdentityProvider>? CognitoIdentityProviders { get; init; }

    /// <summary>
    /// Gets the name of the developer provider: the key in <c>Logins</c> of users that your own backend authenticates. 1–128 letters,
    /// digits and <c>._-</c>. It cannot be changed once set.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeveloperProviderName { get; init; }

    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>Gets the name of the identity pool: 1–128 letters, digits, spaces and <c>_+=,.@-</c>.</summary>
    public required string IdentityPoolName { get; init; }

    /// <summary>Gets the tags of the identity pool, at most 50: keys of 1–128 characters, values of up to 256.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? IdentityPoolTags { get; init; }

    /// <summary>Gets the ARNs, each 20–2,048 characters, of the IAM OpenID Connect providers whose users the pool accepts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OpenIdConnectProviderARNs { get; init; }

    /// <summary>Gets the ARNs, each 20–2,048 characters, of the IAM SAML providers whose users the pool accepts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? SamlProviderARNs { get; init; }

    /// <summary>
    /// Gets the public identity providers whose users the pool accepts, at most 10: a name such as <c>accounts.google.com</c>,
    /// <c>graph.facebook.com</c>, <c>appleid.apple.com</c> or <c>www.amazon.com</c>, and the id of your application at that provider.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? SupportedLoginProviders { get; init; }

    internal static Operation<UpdateIdentityPoolRequest, IdentityPool> Operation { get; } = new(
        "UpdateIdentityPool",
        SigV4RequestSigner.Instance,
        OperationEffect.RepeatableWrite,
        WireJson.Context.UpdateIdentityPoolRequest,
        WireJson.Context.IdentityPool);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Optional(CognitoIdentityProviders, Constraints.UserPools);
        checker.Optional(DeveloperProviderName, Constraints.DeveloperProviderName);
        checker.Required(IdentityPoolId, Constraints.Id);
        checker.Required(IdentityPoolName, Constraints.PoolName);
        checker.Optional(IdentityPoolTags, Constraints.Tags);
        checker.Optional(OpenIdConnectProviderARNs, Constraints.Arns);
        checker.Optional(SamlProviderARNs, Constraints.Arns);
        checker.Optional(SupportedLoginProviders, Constraints.LoginProviders);
    }

    // A record prints only the names of the types of its collections.
    private bool PrintMembers(StringBuilder builder)
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
