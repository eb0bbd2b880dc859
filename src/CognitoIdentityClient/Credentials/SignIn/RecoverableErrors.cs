namespace CognitoIdentity;

/// <summary>
/// Tells which errors of the service another attempt can mend: with a new login token, a new identity, or a little later.
/// </summary>
internal static class RecoverableErrors
{
    private static readonly HashSet<ErrorReason> TokenReasons =
    [
        ErrorReason.TokenExpired,
        ErrorReason.MalformedToken,
        ErrorReason.SignatureNotVerified,
        ErrorReason.IssuerMismatch,
        ErrorReason.MissingAudience,
        ErrorReason.WrongTokenUse,
    ];

    /// <summary>Returns whether a login token is expired or otherwise invalid: a new one may be better.</summary>
    public static bool IsLoginTokenRefused(CognitoIdentityException exception) =>
        exception is NotAuthorizedException error
        && (TokenReasons.Contains(error.Reason) || (error.Reason == ErrorReason.Unknown && Begins(error, "Invalid login token")));

    /// <summary>Returns whether the identity is deleted, disabled, merged into another, or not (any more) that of these logins.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="isGuest">
    /// Whether the user is a guest. A signed-in user's identity can always be found again by the logins; a guest's is given up only when it
    /// is certainly gone.
    /// </param>
    public static bool IsIdentityGone(CognitoIdentityException exception, bool isGuest) => exception switch
    {
        // The pool itself is "IdentityPool '…' not found.": no other identity would help.
        ResourceNotFoundException => !Begins(exception, "IdentityPool"),
        NotAuthorizedException error =>
            error.Reason == ErrorReason.IdentityForbidden || (!isGuest && error.Reason == ErrorReason.LoginsMismatch),
        ResourceConflictException => !isGuest,
        _ => false,
    };

    /// <summary>Returns whether the pool may not assume the role, which is also so for some seconds after the role was made.</summary>
    public static bool IsRoleForbidden(NotAuthorizedException exception) => Begins(exception, "Access to Role");

    private static bool Begins(CognitoIdentityException exception, string text) =>
        exception.Message.StartsWith(text, StringComparison.OrdinalIgnoreCase);
}
