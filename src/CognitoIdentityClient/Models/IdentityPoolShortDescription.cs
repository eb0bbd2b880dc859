namespace CognitoIdentity;

/// <summary>
/// An identity pool in a list: its id and name. See the
/// <see href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_IdentityPoolShortDescription.html">API reference</see>.
/// </summary>
public sealed record IdentityPoolShortDescription
{
    /// <summary>The pool's id, <c>REGION:GUID</c>, 1–55 characters.</summary>
    public string? IdentityPoolId { get; init; }

    /// <summary>The pool's name: 1–128 letters, digits, spaces and <c>_+=,.@-</c>.</summary>
    public string? IdentityPoolName { get; init; }
}
