namespace CognitoIdentity;

/// <summary>
/// Recognizes the errors of the service that another attempt can correct: with a new login token, a new identity, or a little later. They
/// are recognized by their reasons, so that only <see cref="ErrorReasonTable"/> knows message texts.
/// </summary>
internal static class RecoverableErrors
{
    /// <summary>Returns whether a login token is expired or otherwise invalid: a new one may be better.</summary>
    public static bool IsLoginTokenRefused(CognitoIdentityException exception) =>
        exception is NotAuthorizedException { Reason.IsAboutLoginToken: true };

    /// <summary>Returns whether the identity is deleted, disabled, merged into another, or not (any more) that of these logins.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="isGuest">
    /// Whether the user is a guest. A signed-in user's identity can always be found again by the logins; a guest's is given up only when
    /// it is certainly gone.
    /// </param>
    public static bool IsIdentityGone(CognitoIdentityException exception, bool isGuest) => exception switch
    {
        // The request names the identity alone, so what is not found is the identity or its pool. Without the pool, no other identity would
        // help.
        ResourceNotFoundException => exception.Reason != ErrorReason.IdentityPoolNotFound,
        NotAuthorizedException =>
            exception.Reason == ErrorReason.IdentityForbidden || (!isGuest && exception.Reason == ErrorReason.LoginsMismatch),
        ResourceConflictException => !isGuest,
        _ => false,
    };

    /// <summary>Returns whether the pool may not assume the role, which is also so for some seconds after the role was made.</summary>
    public static bool IsRoleForbidden(NotAuthorizedException exception) => exception.Reason == ErrorReason.RoleForbidden;
}
