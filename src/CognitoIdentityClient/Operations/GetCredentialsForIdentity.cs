using System.Text;

namespace CognitoIdentity;

/// <summary>
/// The request of <see cref="ICognitoIdentityClient.GetCredentialsForIdentityAsync"/>. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html">API reference</see>.
/// </summary>
public sealed record GetCredentialsForIdentityRequest : IValidatable
{
    /// <summary>
    /// The ARN, 20–2,048 characters, of the role to take when the login token carries several, as SAML and user pool groups do. It must
    /// be one of the token's.
    /// </summary>
    public string? CustomRoleArn { get; init; }

    /// <summary>The identity's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public required string IdentityId { get; init; }

    /// <summary>
    /// Up to 10 logins: the provider's name (<c>accounts.google.com</c>, <c>graph.facebook.com</c>,
    /// <c>cognito-idp.&lt;region&gt;.amazonaws.com/&lt;user pool id&gt;</c>, the ARN of an OIDC or SAML provider, the pool's developer
    /// provider) and the token that it issued, 1–50,000 characters. Secret: never printed. With a developer-authenticated identity: the
    /// key <c>cognito-identity.amazonaws.com</c> and the token from GetOpenIdTokenForDeveloperIdentity.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Logins { get; init; }

    internal static Operation<GetCredentialsForIdentityRequest, GetCredentialsForIdentityResponse> Operation { get; } = new(
        "GetCredentialsForIdentity",
        isSigned: false,
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
    /// <summary>The temporary AWS credentials.</summary>
    public required Credentials Credentials { get; init; }

    /// <summary>The identity's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public string? IdentityId { get; init; }
}
