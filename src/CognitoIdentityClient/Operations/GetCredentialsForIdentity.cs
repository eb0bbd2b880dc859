using System.Text.Json.Serialization;
using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.GetCredentialsForIdentityAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html">API reference</see>.
/// </summary>
public sealed record GetCredentialsForIdentityRequest : IValidatable
{
    /// <summary>
    /// Gets the ARN, 20–2,048 characters, of the role to use if the login token contains several, as with SAML and with groups of a user
    /// pool. It must be one of the roles in the token. Null lets the service choose.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CustomRoleArn { get; init; }

    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityId { get; init; }

    /// <summary>
    /// Gets up to 10 logins: the name of the identity provider and the token that it issued, 1–50,000 characters. The name is
    /// <c>accounts.google.com</c>, <c>graph.facebook.com</c>, <c>cognito-idp.&lt;region&gt;.amazonaws.com/&lt;user pool id&gt;</c>, the
    /// issuer of another OpenID Connect provider without <c>https://</c>, or the ARN of a SAML provider. Secret: never printed. For a
    /// developer-authenticated identity: the token from GetOpenIdTokenForDeveloperIdentity, with the key
    /// <c>cognito-identity.amazonaws.com</c> or that of another partition, which is
    /// <c>cognito-identity.cn-north-1.amazonaws.com.cn</c> in China, <c>cognito-identity-us-gov.amazonaws.com</c> in us-gov-west-1 and
    /// <c>cognito-identity.us-gov-east-1.amazonaws.com</c> in us-gov-east-1. Null for a guest.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Logins { get; init; }

    internal static Operation<GetCredentialsForIdentityRequest, GetCredentialsForIdentityResponse> Operation { get; } = new(
        "GetCredentialsForIdentity",
        signer: null,
        OperationEffect.RepeatableWrite,
        WireJson.Context.GetCredentialsForIdentityRequest,
        WireJson.Context.GetCredentialsForIdentityResponse);

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Optional(CustomRoleArn, Constraints.Arn);
        checker.Required(IdentityId, Constraints.Id);
        checker.Optional(Logins, Constraints.Logins);
    }

    // A record prints every member; this one has secrets.
    private bool PrintMembers(StringBuilder builder)
    {
        new MaskedPrinter(builder)
            .Member(nameof(CustomRoleArn), CustomRoleArn)
            .Member(nameof(IdentityId), IdentityId)
            .SecretValues(nameof(Logins), Logins);
        return true;
    }
}

/// <summary>The response of <see cref="ICognitoIdentityClient.GetCredentialsForIdentityAsync"/>.</summary>
public sealed record GetCredentialsForIdentityResponse : CognitoIdentityResponse
{
    /// <summary>Gets the temporary AWS credentials.</summary>
    public required Credentials Credentials { get; init; }

    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>, 1–55 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityId { get; init; }
}
