namespace CognitoIdentity;

/// <summary>
/// Adds the usual cause of the error that happened, where nothing that was given to the diagnosis shows one: the request that failed was
/// another one, or the configuration has changed since.
/// </summary>
internal static class UnexplainedError
{
    private const string Found = "the service's message alone: what was given to the diagnosis does not show it";

    private static readonly (ErrorReason Reason, Cause Cause, string Path)[] Usual =
    [
        (ErrorReason.UnauthenticatedDisabled, RequestCauses.GuestsNotAllowed, "Request.Logins"),
        (ErrorReason.NoProvidersConfigured, RequestCauses.NoProviders, "IdentityPool"),
        (ErrorReason.IssuerMismatch, RequestCauses.KeyMalformed, "Request.Logins"),
        (ErrorReason.MissingAudience, TokenCauses.AccessToken, "Request.Logins"),
        (ErrorReason.MalformedToken, TokenCauses.Malformed, "Request.Logins"),
        (ErrorReason.WrongTokenUse, TokenCauses.DeveloperTokenToGetId, "Request.Logins"),
        (ErrorReason.UnsupportedDeveloperProvider, TokenCauses.DeveloperNameUnknown, "Request.Logins"),
        (ErrorReason.RoleMappingDenied, RoleCauses.MappingDenied, "Roles.RoleMappings"),
        (ErrorReason.ClassicFlowDisabled, RoleCauses.ClassicDisabled, "IdentityPool.AllowClassicFlow"),
        (ErrorReason.ClassicFlowWithRoleMappings, RoleCauses.ClassicWithMappings, "Roles.RoleMappings"),
        (ErrorReason.ClassicFlowWithSaml, RoleCauses.ClassicWithSaml, "Request.Logins"),
        (ErrorReason.InvalidUserPoolProvider, PoolCauses.UserPoolName, "IdentityPool.CognitoIdentityProviders"),
        (ErrorReason.InvalidRoleMappingProvider, PoolCauses.MappingProvider, "Roles.RoleMappings"),
    ];

    public static void Check(SignInFacts facts, FindingList findings)
    {
        var (reason, cause, path) = Array.Find(Usual, row => row.Reason == facts.Reason);
        if (reason == default || facts.IsSecurityTokenService || findings.Explains(reason))
        {
            return;
        }

        // A configuration that could not be read is a better reason to doubt, and its causes are listed apart.
        if (UnreadCauses.Find(facts, reason).Any(unread => unread.Code == cause.Code))
        {
            return;
        }

        var finding = cause.At(path, Found) with { Severity = FindingSeverity.Warning, Reason = reason };
        findings.Add(SignInStage.None, cause, cause == RequestCauses.GuestsNotAllowed && !facts.IsGuest
            ? finding with
            {
                Summary = "The request that failed had no logins, and the identity pool lets no guests in.",
                Advice =
                    "Look for an earlier error: a library may have gone on without the logins after it. Or the request was sent before "
                    + "the sign-in had finished.",
            }
            : finding);
    }
}
