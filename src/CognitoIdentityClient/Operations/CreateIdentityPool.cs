namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.CreateIdentityPoolAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html">API reference</see>.
/// </summary>
public sealed record CreateIdentityPoolRequest : IValidatable
{
    /// <summary>
    /// Whether the basic (classic) flow, GetOpenIdToken followed by an STS call of the user's own, is allowed beside the enhanced flow.
    /// Left out, it is allowed.
    /// </summary>
    public bool? AllowClassicFlow { get; init; }

    /// <summary>Whether guests, users without a login, get identities.</summary>
    public required bool AllowUnauthenticatedIdentities { get; init; }

    /// <summary>The Amazon Cognito user pools, with their client ids, whose users the pool accepts.</summary>
    public IReadOnlyList<CognitoIdentityProvider>? CognitoIdentityProviders { get; init; }

    /// <summary>
    /// The "domain" by which the pool refers to developer-authenticated users: the key of their entry in <c>Logins</c>. 1–128 characters
    /// of letters, digits and <c>._-</c>. It cannot be changed once set.
    /// </summary>
    public string? DeveloperProviderName { get; init; }

    /// <summary>The pool's name: 1–128 letters, digits, spaces and <c>_+=,.@-</c>.</summary>
    public required string IdentityPoolName { get; init; }

    /// <summary>The pool's tags, at most 50: keys of 1–128 characters, values of up to 256.</summary>
    public IReadOnlyDictionary<string, string>? IdentityPoolTags { get; init; }

    /// <summary>The ARNs, each 20–2,048 characters, of the IAM OpenID Connect providers whose users the pool accepts.</summary>
    public IReadOnlyList<string>? OpenIdConnectProviderARNs { get; init; }

    /// <summary>The ARNs, each 20–2,048 characters, of the IAM SAML providers whose users the pool accepts.</summary>
    public IReadOnlyList<string>? SamlProviderARNs { get; init; }

    /// <summary>
    /// The public providers whose users the pool accepts, at most 10: a provider name such as <c>accounts.google.com</c>,
    /// <c>graph.facebook.com</c>, <c>appleid.apple.com</c> or <c>www.amazon.com</c>, and the id that the application has with it.
    /// </summary>
    public IReadOnlyDictionary<string, string>? SupportedLoginProviders { get; init; }

    internal static Operation<CreateIdentityPoolRequest, IdentityPool> Operation { get; } = new(
        "CreateIdentityPool",
        isSigned: true,
        OperationEffect.NonRepeatableWrite,
        WireJson.Context.CreateIdentityPoolRequest,
        WireJson.Context.IdentityPool);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Optional(CognitoIdentityProviders, Constraints.UserPools);
        checker.Optional(DeveloperProviderName, Constraints.DeveloperProviderName);
        checker.Required(IdentityPoolName, Constraints.PoolName);
        checker.Optional(IdentityPoolTags, Constraints.Tags);
        checker.Optional(OpenIdConnectProviderARNs, Constraints.Arns);
        checker.Optional(SamlProviderARNs, Constraints.Arns);
        checker.Optional(SupportedLoginProviders, Constraints.LoginProviders);
    }
}
