namespace CognitoIdentity;

/// <summary>Causes in a role's trust policy that a diagnosis finds only where it is given the policy.</summary>
internal static class TrustCauses
{
    public static Cause Condition { get; } = Refused(
        "trust-condition",
        "A condition of the role's trust policy does not hold for this user.",
        "Remove the condition, or let it allow this user. A condition on a key that the session does not have never holds.");

    public static Cause Denied { get; } = Refused(
        "trust-deny",
        "A statement of the role's trust policy denies this user.",
        "Narrow the statement: a denial counts more than any permission.");

    public static Cause Open { get; } = new(
        "trust-any-pool", FindingSeverity.Warning, null, null,
        "The role's trust policy lets users of any identity pool in, also those of other accounts.",
        "Add the condition with the pool's id to the statement.");

    public static Cause Unreadable { get; } = new(
        "trust-policy-unreadable", FindingSeverity.Warning, null, null,
        "The trust policy that was given to the diagnosis cannot be read.",
        "Pass the document of the role's trust policy, as IAM's GetRole returns it in AssumeRolePolicyDocument.");

    private static Cause Refused(string code, string summary, string advice) => new(
        code, FindingSeverity.Error, "InvalidIdentityPoolConfigurationException", ErrorReason.RolesNotAssigned, summary, advice)
    {
        OtherReasons = [ErrorReason.RoleForbidden],
    };
}
