using System.Text.Json.Serialization;

namespace CognitoIdentity;

/// <summary>
/// An identity that was not deleted, with the reason. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnprocessedIdentityId.html">API reference</see>.
/// </summary>
public sealed record UnprocessedIdentityId
{
    /// <summary>Gets the reason why the identity was not deleted; null if the service does not tell it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnprocessedIdentityErrorCode? ErrorCode { get; init; }

    /// <summary>Gets the id of the identity, <c>REGION:GUID</c>, 1–55 characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IdentityId { get; init; }
}
