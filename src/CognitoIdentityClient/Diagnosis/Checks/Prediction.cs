namespace CognitoIdentity;

/// <summary>Predicts how the two flows end, from the findings of the checks.</summary>
internal static class Prediction
{
    private const string UnknownPool = "The identity pool's configuration is unknown.";

    public static PredictedOutcome ForEnhancedFlow(SignInFacts facts, RoleChoice? choice, FindingList findings)
    {
        if (facts.IsSecurityTokenService)
        {
            return Unknown($"The enhanced flow does not call {OperationNames.AssumeRoleWithWebIdentity}.");
        }

        if (findings.FirstAt(SignInStage.Logins) is { } refused)
        {
            return Error(LoginsOperation(facts), refused);
        }

        if (findings.FirstAt(SignInStage.Role) is { } noRole)
        {
            return Error(OperationNames.GetCredentialsForIdentity, noRole) with
            {
                Explanation = choice is null ? noRole.Summary : $"{choice.Explanation} {noRole.Summary}",
            };
        }

        return (facts.Pool, choice) switch
        {
            (null, _) when facts.IsGuest => Unknown(UnknownPool),
            (null, _) => Unknown($"The tokens show no mistake. {UnknownPool}"),
            (_, null) => Unknown("The pool accepts the logins. Its roles are unknown."),
            _ => new() { Result = PredictedResult.Credentials, RoleArn = choice.RoleArn, Explanation = choice.Explanation },
        };
    }

    public static PredictedOutcome ForBasicFlow(SignInFacts facts, FindingList findings)
    {
        if (facts.IsSecurityTokenService)
        {
            return findings.FirstAt(SignInStage.SecurityTokenService) is { } wrongToken
                ? Error(OperationNames.AssumeRoleWithWebIdentity, wrongToken)
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
            return Error(OperationNames.GetOpenIdToken, notClassic);
        }

        if (findings.FirstAt(SignInStage.SecurityTokenService) is { } refusedBySts)
        {
            return Error(OperationNames.AssumeRoleWithWebIdentity, refusedBySts);
        }

        return facts.Pool is null || facts.Roles is null
            ? Unknown(UnknownPool)
            : Credentials("GetOpenIdToken returns a token for STS, and the caller names the role. The role's trust policy decides.");
    }

    private static string LoginsOperation(SignInFacts facts) =>
        facts.IsDeveloperTokenExchange ? OperationNames.GetCredentialsForIdentity
        : facts.Operation is OperationNames.GetCredentialsForIdentity
            or OperationNames.GetOpenIdToken
            or OperationNames.GetOpenIdTokenForDeveloperIdentity
            or OperationNames.UnlinkIdentity
            ? facts.Operation
            : OperationNames.GetId;

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
