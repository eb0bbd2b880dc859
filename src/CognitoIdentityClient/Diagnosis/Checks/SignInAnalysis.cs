namespace CognitoIdentity;

/// <summary>Puts the checks of a sign-in together. Pure: nothing is sent, read or remembered.</summary>
internal static class SignInAnalysis
{
    private const string TokensNote = "Tokens were decoded only. Whether their signatures are good, the service alone can tell.";

    public static SignInDiagnosis Run(
        string identityPoolId,
        IReadOnlyDictionary<string, string>? logins,
        SignInDiagnosisOptions options,
        IReadOnlyList<string> notes,
        bool isPoolMissing = false)
    {
        var facts = new SignInFacts(identityPoolId, logins, options);
        var findings = new FindingList();
        RequestChecks.CheckIds(facts, findings);
        RequestChecks.CheckMissingPool(identityPoolId, isPoolMissing, findings);
        RoleChoice? choice = null;
        if (facts.IsSecurityTokenService)
        {
            RequestChecks.CheckSecurityTokenService(facts, findings);
        }
        else
        {
            if (!facts.IsConfiguration)
            {
                RequestChecks.CheckGuest(facts, findings);
            }

            foreach (var login in facts.Logins)
            {
                LoginChecks.Check(facts, login, findings);
            }

            choice = RoleSelection.Choose(facts, findings);
            RequestChecks.CheckClassicFlow(facts, findings);
        }

        // The tags matter last: STS judges them once the logins are accepted and the role is chosen.
        var tags = TagChecks.Check(facts, findings);
        var hasTags = tags.Any(tag => tag.Length is not null);
        var openTrust = TrustPolicyChecks.Check(facts, choice, hasTags, findings);
        ErrorChecks.Check(facts, findings);
        ConfigurationChecks.Check(facts, findings);
        UnexplainedError.Check(facts, findings);
        var (enhanced, basic) = (Prediction.ForEnhancedFlow(facts, choice, findings), Prediction.ForBasicFlow(facts, findings));
        var predicted = (facts.IsClassicFlow ? basic : enhanced).Reason ?? default;

        // Claims that the token lacks may only have been left out for the diagnosis, so they rule no other cause out.
        var reason = facts.HasError ? facts.Reason
            : predicted == ErrorReason.InvalidLoginToken ? default
            : predicted;
        var ranked = findings.Ranked(
            facts.Reason, facts.IsClassicFlow ? SignInStage.Role : SignInStage.Classic, facts.Options.ErrorCode);
        return new()
        {
            IdentityPoolId = Shown.Key(identityPoolId),
            IsGuest = facts.IsGuest,
            EnhancedFlow = enhanced,
            ClassicFlow = basic,
            RoleChoice = facts.IsClassicFlow ? null : choice,
            PrincipalTags = tags,
            Findings = ranked,
            PossibleCauses = PossibleCauses.Find(facts, reason, openTrust, ranked),
            TrustPolicyStatement = facts.Region is null
                ? null
                : TrustPolicy.Write(facts.ServiceName, identityPoolId, facts.IsGuest, hasTags),
            Notes = facts.Logins.Count == 0 ? notes : [TokensNote, .. notes],
        };
    }
}
