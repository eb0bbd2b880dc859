using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.GetIdAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html">API reference</see>.
/// </summary>
public sealed record GetIdRequest : IValidatable
{
    /// <summary>Gets an AWS account id, 1–15 digits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AccountId { get; init; }

    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityPoolId { get; init; }

    /// <summary>
    /// Gets up to 10 logins: the name of the identity provider and the token that it issued, 1–50,000 characters. The name is
    /// <c>accounts.google.com</c>, <c>graph.facebook.com</c>, <c>cognito-idp.&lt;region&gt;.amazonaws.com/&lt;user pool id&gt;</c>, the
    /// issuer of another OpenID Connect provider without <c>https://</c>, or the ARN of a SAML provider. Secret: never printed. Null for a
    /// guest.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Logins { get; init; }

    internal static Operation<GetIdRequest, GetIdResponse> Operation { get; } = new(
        "GetId",
        signer: null,
        OperationEffect.RepeatableWrite,
        WireJson.Context.GetIdRequest,
        WireJson.Context.GetIdResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Optional(AccountId, Constraints.AccountId);
        checker.Required(IdentityPoolId, Constraints.Id);
        checker.Optional(Logins, Constraints.Logins);
    }

    // A record prints every member; this one has secrets.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(AccountId), AccountId)
            .Member(nameof(IdentityPoolId), IdentityPoolId)
            .SecretValues(nameof(Logins), Logins);
        return true;
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.GetIdAsync"/>.</summary>
public sealed record GetIdResponse : CognitoIdentityResponse
{
    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>. It may differ from an id that was known before: use this one.</summary>
    public required string IdentityId { get; init; }
}
