namespace CognitoIdentity;

/// <summary>
/// An Amazon Cognito user pool, and the app client of it, whose users an identity pool accepts. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CognitoIdentityProvider.html">API reference</see>.
/// </summary>
public sealed record CognitoIdentityProvider : IValidatable
{
    /// <summary>The id of the user pool's app client: 1–128 letters, digits and <c>_</c>.</summary>
    public string? ClientId { get; init; }

    /// <summary>
    /// The user pool's provider name, <c>cognito-idp.&lt;region&gt;.amazonaws.com/&lt;user pool id&gt;</c>: 1–128 characters.
    /// </summary>
    public string? ProviderName { get; init; }

    /// <summary>
    /// Whether each request asks the user pool if the user was signed out globally or deleted. The service's default is <c>false</c>.
    /// </summary>
    public bool? ServerSideTokenCheck { get; init; }

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Optional(ClientId, Constraints.ClientId);
        checker.Optional(ProviderName, Constraints.UserPoolName);
    }
}
