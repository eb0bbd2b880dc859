using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// The id and name of an identity pool in a list. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_IdentityPoolShortDescription.html">API reference</see>.
/// </summary>
public sealed record IdentityPoolShortDescription
{
    /// <summary>Gets the id of the identity pool, <c>REGION:GUID</c>, 1–55 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityPoolId { get; init; }

    /// <summary>Gets the name of the identity pool: 1–128 letters, digits, spaces and <c>_+=,.@-</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityPoolName { get; init; }
}
