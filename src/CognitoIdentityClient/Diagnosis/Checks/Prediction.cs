namespace CognitoIdentity;

/// <summary>Predicts how the two flows end, from the findings of the checks.</summary>
internal static class Prediction
{
    public static PredictedOutcome OfEnhancedFlow(SignInFacts facts, RoleChoice? choice, FindingList findings)
    {
        if (facts.IsSecurityTokenService)
        {
            return Unknown("The enhanced flow does not call AssumeRoleWithWebIdentity.");
        }

        if (findings.FirstAt(SignInStage.Logins) is { } refused)
        {
            return Error(LoginsOperation(facts), refused);
        }

        if (findings.FirstAt(SignInStage.Role) is { } noRole)
        {
            return Error("GetCredentialsForIdentity", noRole) with
            {
                Explanation = choice is null ? noRole.Summary : $"{choice.Explanation} {noRole.Summary}",
            };
        }

        return (facts.Pool, choice) switch
        {
            (null, _) => Unknown("The tokens show no mistake. The identity pool's configuration is unknown."),
            (_, null) => Unknown("The pool accepts the logins. Its roles are unknown."),
            _ => new() { Result = PredictedResult.Credentials, RoleArn = choice.RoleArn, Explanation = choice.Explanation },
        };
    }

    public static PredictedOutcome OfClassicFlow(SignInFacts facts, FindingList findings)
    {
        if (facts.IsSecurityTokenService)
        {
            return findings.FirstAt(SignInStage.Logins) is { } wrongToken
                ? Error("AssumeRoleWithWebIdentity", wrongToken) with { ErrorCode = "InvalidIdentityToken" }
                : findings.FirstAt(SignInStage.Classic) is { } refusedBySts ? Error("AssumeRoleWithWebIdentity", refusedBySts)
                : Unknown("The trust policy of the role that the caller names decides.");
        }

        if (findings.FirstAt(SignInStage.Logins) is { } refused)
        {
            return Error(LoginsOperation(facts), refused);
        }

        if (facts.IsDeveloperTokenExchange)
        {
            return Credentials("In the basic (classic) flow, the developer token itself goes to STS, with a role that the caller names.");
        }

        if (findings.FirstAt(SignInStage.Classic) is { } notClassic)
        {
            // The trust policy refuses the second call of the flow.
            var isOfSts = notClassic.ErrorCode == TrustPolicyChecks.RefusalOfSts;
            return Error(isOfSts ? "AssumeRoleWithWebIdentity" : "GetOpenIdToken", notClassic);
        }

        return facts.Pool is null || facts.Roles is null
            ? Unknown("The identity pool's configuration is unknown.")
            : Credentials("GetOpenIdToken returns a token for STS, and the caller names the role. The role's trust policy decides.");
    }

    private static string LoginsOperation(SignInFacts facts) =>
        facts.IsDeveloperTokenExchange ? "GetCredentialsForIdentity"
        : facts.Operation is "GetCredentialsForIdentity" or "GetOpenIdToken" or "GetOpenIdTokenForDeveloperIdentity" or "UnlinkIdentity"
            ? facts.Operation
            : "GetId";

    private static PredictedOutcome Error(string operation, DiagnosisFinding finding) => new()
    {
        Result = PredictedResult.Error,
        Operation = operation,
        ErrorCode = finding.ErrorCode,
        Reason = finding.Reason,
        Explanation = finding.Summary,
    };

    private static PredictedOutcome Credentials(string explanation) =>
        new() { Result = PredictedResult.Credentials, Explanation = explanation };

    private static PredictedOutcome Unknown(string explanation) => new() { Result = PredictedResult.Unknown, Explanation = explanation };
}
