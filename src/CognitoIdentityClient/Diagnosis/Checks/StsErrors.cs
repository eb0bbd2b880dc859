namespace CognitoIdentity;

/// <summary>
/// The codes of the errors of
/// <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">AssumeRoleWithWebIdentity</see>.
/// </summary>
internal static class StsErrors
{
    /// <summary>The role's trust policy does not let the user in.</summary>
    public const string AccessDenied = "AccessDenied";

    public const string ExpiredToken = "ExpiredTokenException";
    public const string InvalidToken = "InvalidIdentityToken";
    public const string PackedPolicyTooLarge = "PackedPolicyTooLarge";
}
