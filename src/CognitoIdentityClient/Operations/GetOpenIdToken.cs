using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.GetOpenIdTokenAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html">API reference</see>.
/// </summary>
public sealed record GetOpenIdTokenRequest : IValidatable
{
    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityId { get; init; }

    /// <summary>
    /// Gets up to 10 logins: the name of the identity provider and the token that it issued, 1–50,000 characters. The name is
    /// <c>accounts.google.com</c>, <c>graph.facebook.com</c>, <c>cognito-idp.&lt;region&gt;.amazonaws.com/&lt;user pool id&gt;</c>, the
    /// issuer of another OpenID Connect provider without <c>https://</c>, or the ARN of a SAML provider. Secret: never printed. Null for a
    /// guest.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Logins { get; init; }

    internal static Operation<GetOpenIdTokenRequest, GetOpenIdTokenResponse> Operation { get; } = new(
        "GetOpenIdToken",
        signer: null,
        OperationEffect.RepeatableWrite,
        WireJson.Context.GetOpenIdTokenRequest,
        WireJson.Context.GetOpenIdTokenResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Required(IdentityId, Constraints.Id);
        checker.Optional(Logins, Constraints.Logins);
    }

    // A record prints every member; this one has secrets.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(IdentityId), IdentityId)
            .SecretValues(nameof(Logins), Logins);
        return true;
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.GetOpenIdTokenAsync"/>.</summary>
public sealed record GetOpenIdTokenResponse : CognitoIdentityResponse
{
    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>, 1–55 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityId { get; init; }

    /// <summary>Gets the OpenID token, a JSON Web Token that is valid for 10 minutes. Secret: never printed.</summary>
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
