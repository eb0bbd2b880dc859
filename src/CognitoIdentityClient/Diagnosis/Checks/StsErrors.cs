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

    /// <summary>The identity provider could not be reached.</summary>
    public const string ProviderUnreachable = "IDPCommunicationError";

    /// <summary>The identity provider, or what is known of it, does not accept the token.</summary>
    public const string ProviderRejected = "IDPRejectedClaim";

    public const string PackedPolicyTooLarge = "PackedPolicyTooLarge";

    /// <summary>Returns whether a code is one that only STS has, about the token that it got.</summary>
    public static bool IsAboutToken(string? code) => code is InvalidToken or ProviderUnreachable or ProviderRejected;
}
