namespace CognitoIdentity;

/// <summary>
/// An identity that was not deleted, and why. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnprocessedIdentityId.html">API reference</see>.
/// </summary>
public sealed record UnprocessedIdentityId
{
    /// <summary>Why the identity was not deleted.</summary>
    public UnprocessedIdentityErrorCode? ErrorCode { get; init; }

    /// <summary>The identity's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public string? IdentityId { get; init; }
}
