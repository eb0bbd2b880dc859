using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.GetOpenIdTokenForDeveloperIdentityAsync"/>. See the <see
/// href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdTokenForDeveloperIdentity.html">API reference</see>.
/// </summary>
public sealed record GetOpenIdTokenForDeveloperIdentityRequest : IValidatable
{
    /// <summary>
    /// Gets the id of the identity to link the logins to, <c>REGION:GUID</c>, 1–55 characters. If null, the service finds the identity by
    /// the logins or creates it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityId { get; init; }

    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>
    /// Gets up to 10 logins, one of them the <c>DeveloperProviderName</c> of the pool with the user's id in your own authentication system.
    /// The others are linked to the identity. Secret: never printed.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Logins { get; init; }

    /// <summary>
    /// Gets the tags of the user's session for attribute-based access control, at most 50: names of 1–128 characters, values of 1–256.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? PrincipalTags { get; init; }

    /// <summary>
    /// Gets the lifetime of the token in seconds: 1–86,400. Null means the service's default, 900 (15 minutes). A token cannot be revoked,
    /// so prefer a short lifetime.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? TokenDuration { get; init; }

    internal static Operation<GetOpenIdTokenForDeveloperIdentityRequest, GetOpenIdTokenForDeveloperIdentityResponse> Operation { get; } =
        new(
        "GetOpenIdTokenForDeveloperIdentity",
        SigV4RequestSigner.Instance,
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
    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>, 1–55 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityId { get; init; }

    /// <summary>Gets the OpenID token, a JSON Web Token. Secret: never printed.</summary>
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
