using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.GetOpenIdTokenForDeveloperIdentityAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdTokenForDeveloperIdentity.html">API reference</see>.
/// </summary>
public sealed record GetOpenIdTokenForDeveloperIdentityRequest : IValidatable
{
    /// <summary>
    /// The identity to link the logins to, <c>REGION:GUID</c>, 1–55 characters. Left out, the identity is found by the logins, or
    /// created.
    /// </summary>
    public string? IdentityId { get; init; }

    /// <summary>The pool's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>
    /// Up to 10 logins, one of them the pool's <c>DeveloperProviderName</c> with the user's id in the application's own authentication
    /// system; others are linked to the identity. Secret: never printed.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Logins { get; init; }

    /// <summary>
    /// The tags that the user's session gets for attribute-based access control, at most 50: names of 1–128 characters, values of 1–256.
    /// </summary>
    public IReadOnlyDictionary<string, string>? PrincipalTags { get; init; }

    /// <summary>
    /// How long the token is valid, in seconds: 1–86,400. The service's default is 900, 15 minutes. For a long duration also mind that
    /// the token cannot be taken back.
    /// </summary>
    public long? TokenDuration { get; init; }

    internal static Operation<GetOpenIdTokenForDeveloperIdentityRequest, GetOpenIdTokenForDeveloperIdentityResponse> Operation { get; } = new(
        "GetOpenIdTokenForDeveloperIdentity",
        isSigned: true,
        OperationEffect.RepeatableWrite,
        WireJson.Context.GetOpenIdTokenForDeveloperIdentityRequest,
        WireJson.Context.GetOpenIdTokenForDeveloperIdentityResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Optional(IdentityId, Constraints.Id);
        checker.Required(IdentityPoolId, Constraints.Id);
        checker.Required(Logins, Constraints.Logins);
        checker.Optional(PrincipalTags, Constraints.PrincipalTags);
        checker.Optional(TokenDuration, Constraints.TokenDuration);
    }

    // A record prints every member; this one has secrets.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(IdentityId), IdentityId)
            .Member(nameof(IdentityPoolId), IdentityPoolId)
            .SecretValues(nameof(Logins), Logins)
            .Member(nameof(PrincipalTags), PrincipalTags)
            .Member(nameof(TokenDuration), TokenDuration);
        return true;
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.GetOpenIdTokenForDeveloperIdentityAsync"/>.</summary>
public sealed record GetOpenIdTokenForDeveloperIdentityResponse : CognitoIdentityResponse
{
    /// <summary>The identity's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public string? IdentityId { get; init; }

    /// <summary>The OpenID token: a JWT. Secret: never printed.</summary>
    public required string Token { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(IdentityId), IdentityId)
            .Secret(nameof(Token), Token);
        return true;
    }
}
