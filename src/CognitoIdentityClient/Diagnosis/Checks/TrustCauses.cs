namespace CognitoIdentity;

/// <summary>Warnings about a role's trust policy, beside the causes that refuse the user.</summary>
internal static class TrustCauses
{
    public static Cause AnyPool { get; } = Warning(
        "trust-any-pool",
        "The role's trust policy lets users of any identity pool in, also those of other accounts.",
        "Add the condition with the pool's id to the statement.");

    public static Cause AnyKindOfUser { get; } = Warning(
        "trust-any-user",
        "The role's trust policy has no condition amr, so a guest of the identity pool can have the role in the basic (classic) flow.",
        "Add the condition amr to the statement, unless guests may have the role.");

    public static Cause NoSetOperator { get; } = Warning(
        "trust-amr-operator",
        "A condition compares amr, which has several values for a signed-in user, with an operator for one value.",
        "Put ForAnyValue: in front of the operator. What IAM makes of the condition without it is not certain.");

    public static Cause Unreadable { get; } = Warning(
        "trust-policy-unreadable",
        "The trust policy that was given to the diagnosis cannot be read.",
        "Pass the document of the role's trust policy, as IAM's GetRole returns it in AssumeRolePolicyDocument.");

    private static Cause Warning(string code, string summary, string advice) =>
        new(code, FindingSeverity.Warning, null, null, summary, advice);
}
