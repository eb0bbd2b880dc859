namespace CognitoIdentity;

/// <summary>How reasons are recognized in the service's messages, and what to check for each.</summary>
/// <remarks>
/// The service has no codes for reasons: the texts are those seen in answers of the service and in public threads. A text that changes
/// makes a reason unknown, nothing worse.
/// </remarks>
internal static class ErrorReasonTable
{
    private static readonly Row[] Rows =
    [
        new(
            ErrorReason.TokenExpired,
            "Refresh the login token with its provider, and check the clock of the machine",
            "Invalid login token. Token expired"),
        new(
            ErrorReason.MalformedToken,
            "Pass the provider's ID token, whole and unchanged, without \"Bearer \" or quotes",
            "Invalid login token. Not a valid OpenId Connect identity token"),
        new(
            ErrorReason.SignatureNotVerified,
            "Check that the token is whole, and that the provider's published keys are still those that sign it",
            "Invalid login token. Couldn't verify signed token"),
        new(
            ErrorReason.IssuerMismatch,
            "Use as the key in Logins the token's issuer (iss) without https:// and without a slash at the end, as Logins.FromJwt does",
            "Invalid login token. Issuer doesn't match providerName"),
        new(
            ErrorReason.UnsupportedProvider,
            "Check that the provider is set up in the identity pool, with the client id that the token is for (aud)",
            "Token is not from a supported provider of this identity pool",
            "Please provide a valid public provider"),
        new(
            ErrorReason.MissingAudience,
            "Pass the ID token and not the access token, which has no audience",
            "Invalid login token. Missing a required claim: aud"),
        new(
            ErrorReason.WrongTokenUse,
            "Pass the ID token of the user's provider: a token of GetOpenIdToken is for STS, one of GetOpenIdTokenForDeveloperIdentity for "
            + "GetCredentialsForIdentity, under cognito-identity.amazonaws.com",
            "Invalid login token. Can't pass in a Cognito token",
            "Invalid login token. Not a Cognito token"),
        new(
            ErrorReason.UnauthenticatedDisabled,
            "Pass Logins, or turn on AllowUnauthenticatedIdentities if the pool is meant to let guests in",
            "Unauthenticated access is not supported for this identity pool"),
        new(
            ErrorReason.LoginsMismatch,
            "Pass a login that is linked to the identity, with a provider of this pool, and use the identity id that GetId answered with",
            "Logins don't match"),
        new(
            ErrorReason.IdentityForbidden,
            "Pass a login of the identity, which is not a guest's, or get its id anew with GetId if it was merged into another",
            "Access to Identity '"),
        new(
            ErrorReason.NoProvidersConfigured,
            "Set up the provider in the identity pool with UpdateIdentityPool, and check that the id is of the pool that was meant",
            "does not have identity providers configured"),
        new(
            ErrorReason.RolesNotAssigned,
            "Set the roles with SetIdentityPoolRoles, and check that their trust policy names this pool (aud) and the kind of user (amr)",
            "Invalid identity pool configuration. Check assigned IAM roles for this pool"),
        new(
            ErrorReason.RoleMappingDenied,
            "Check the rules of the role mapping against the token's claims, or set AmbiguousRoleResolution to AuthenticatedRole",
            "The ambiguous role mapping rules denied this request"),
        new(
            ErrorReason.ClassicFlowWithRoleMappings,
            "Call GetCredentialsForIdentity in place of GetOpenIdToken, or take the role mappings away",
            "Basic (classic) flow is not supported with RoleMappings"),
        new(
            ErrorReason.ClassicFlowDisabled,
            "Call GetCredentialsForIdentity in place of GetOpenIdToken, or turn on AllowClassicFlow",
            "Basic (classic) flow is not enabled"),
    ];

    /// <summary>The reason in a message of the service.</summary>
    public static ErrorReason ReasonOf(string? message) =>
        Array.Find(Rows, row => Array.Exists(row.Messages, text => message?.Contains(text, StringComparison.Ordinal) == true)).Reason;

    /// <summary>What to check, with where to read more; null for a reason that is not known.</summary>
    public static string? HintOf(ErrorReason reason) =>
        Array.Find(Rows, row => row.Reason == reason).Advice is { } advice
            ? $"{advice}: see docs/guides/error-reasons.md#{reason.Value.ToLowerInvariant()}."
            : null;

    private readonly record struct Row(ErrorReason Reason, string Advice, params string[] Messages);
}
