using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// An app client of an Amazon Cognito user pool whose users an identity pool accepts. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CognitoIdentityProvider.html">API reference</see>.
/// </summary>
public sealed record CognitoIdentityProvider : IValidatable
{
    /// <summary>Gets the id of an app client of the user pool: 1–128 letters, digits and <c>_</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClientId { get; init; }

    /// <summary>
    /// Gets the provider name of the user pool, <c>cognito-idp.&lt;region&gt;.amazonaws.com/&lt;user pool id&gt;</c>: 1–128 characters.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProviderName { get; init; }

    /// <summary>
    /// Gets whether the service asks the user pool, on each request, if the user was signed out globally or deleted. Null means the
    /// service's default, <c>false</c>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ServerSideTokenCheck { get; init; }

    void IValidatable.Validate(ref RequestChecker checker)
    {
        checker.Optional(ClientId, Constraints.ClientId);
        checker.Optional(ProviderName, Constraints.UserPoolName);
    }
}
