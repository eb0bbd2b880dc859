namespace CognitoIdentity;

/// <summary>Finds the causes of an error that the configuration of the pool would show, where the caller may not read it.</summary>
internal static class UnreadCauses
{
    private static readonly Cause[] InPool =
    [
        RequestCauses.GuestsNotAllowed, TokenCauses.AudienceNotConfigured, RequestCauses.ProviderNotConfigured, RequestCauses.NoProviders,
        TokenCauses.DeveloperNameUnknown, RoleCauses.ClassicDisabled, PoolCauses.UserPoolName,
    ];

    private static readonly Cause[] InRoles =
        [RoleCauses.RoleMissing, RoleCauses.MappingDenied, RoleCauses.ClassicWithMappings, RoleCauses.RoleOtherAccount];

    /// <param name="facts">What is known.</param>
    /// <param name="reason">The reason of the error that happened; Unknown without an error.</param>
    public static IEnumerable<DiagnosisFinding> Find(SignInFacts facts, ErrorReason reason)
    {
        if (!facts.HasError || reason == default || facts.IsSecurityTokenService)
        {
            return [];
        }

        var causes = (facts.Pool is null ? InPool : [])
            .Select(cause => (Cause: cause, Path: "IdentityPool"))
            .Concat((facts.Roles is null ? InRoles : []).Select(cause => (Cause: cause, Path: "Roles")));
        return causes
            .Where(entry => entry.Cause.Explains(reason) && (facts.IsGuest || entry.Cause != RequestCauses.GuestsNotAllowed))
            .Select(entry => entry.Cause.At(entry.Path) with { Severity = FindingSeverity.Warning });
    }

    /// <summary>Returns whether a cause is one of those that the configuration would show.</summary>
    public static bool IsOne(DiagnosisFinding cause) =>
        Array.Exists([.. InPool, .. InRoles], known => known.Code == cause.Code);
}
