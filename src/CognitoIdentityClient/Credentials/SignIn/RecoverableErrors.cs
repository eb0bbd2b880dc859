namespace CognitoIdentity;

/// <summary>
/// Which errors of the service a second try with something else can mend. The texts are the service's own, as seen in public threads:
/// the code alone does not tell them apart.
/// </summary>
internal static class RecoverableErrors
{
    /// <summary>A login token is expired or otherwise bad: a new one may be better.</summary>
    public static bool IsLoginTokenRefused(CognitoIdentityException exception) =>
        exception is NotAuthorizedException && Begins(exception, "Invalid login token");

    /// <summary>The identity is deleted, disabled, merged into another, or not (any more) that of these logins.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="isGuest">
    /// Whether the user is a guest. A signed-in user's identity can always be found again by the logins; a guest's is given up only when it is
    /// certainly gone.
    /// </param>
    public static bool IsIdentityGone(CognitoIdentityException exception, bool isGuest) => exception switch
    {
        // The pool itself is "IdentityPool '…' not found.": no other identity would help.
        ResourceNotFoundException => !Begins(exception, "IdentityPool"),
        NotAuthorizedException => Begins(exception, "Access to Identity") || (!isGuest && Begins(exception, "Logins don't match")),
        ResourceConflictException => !isGuest,
        _ => false,
    };

    private static bool Begins(CognitoIdentityException exception, string text) =>
        exception.Message.StartsWith(text, StringComparison.OrdinalIgnoreCase);
}
