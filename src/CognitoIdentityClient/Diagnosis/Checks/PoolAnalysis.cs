namespace CognitoIdentity;

/// <summary>Puts the checks of an identity pool together. Pure: nothing is sent, read or remembered.</summary>
internal static class PoolAnalysis
{
    public static IdentityPoolDiagnosis Run(
        string identityPoolId, SignInDiagnosisOptions options, IReadOnlyList<string> notes, bool isPoolMissing = false)
    {
        var region = IdentityPoolRegion.Parse(identityPoolId);
        var findings = PoolChecks.Check(options.IdentityPool, options.Roles, identityPoolId, options.AccountId);
        RequestChecks.CheckPoolId(identityPoolId, options.ClientRegion, findings);
        RequestChecks.CheckMissingPool(identityPoolId, isPoolMissing, findings);
        var serviceName = options.ServiceName ?? CognitoPrincipal.ForRegion(region ?? "");
        var hasTags = options.PrincipalTagAttributeMaps?.Any(map => map.UseDefaults == true || map.PrincipalTags.Count > 0) == true;
        CheckTrust(identityPoolId, serviceName, options, hasTags, findings);
        return new()
        {
            IdentityPoolId = Shown.Key(identityPoolId),
            Findings = findings.Ranked(default, SignInStage.Classic),
            GuestTrustPolicyStatement = region is null || options.IdentityPool?.AllowUnauthenticatedIdentities != true
                ? null
                : TrustPolicy.Write(serviceName, identityPoolId, isGuest: true, hasTags: false),
            UserTrustPolicyStatement = region is null ? null : TrustPolicy.Write(serviceName, identityPoolId, isGuest: false, hasTags),
            Notes = notes,
        };
    }

    // The providers of a user are unknown here, so a policy that names one is left to IAM.
    private static void CheckTrust(
        string identityPoolId, string serviceName, SignInDiagnosisOptions options, bool hasTags, FindingList findings)
    {
        if (options is not { TrustPolicies: { } policies, Roles: { } roles })
        {
            return;
        }

        var ofUsers = roles.RoleMappings.Values
            .SelectMany(mapping => mapping.RulesConfiguration?.Rules ?? [])
            .Select(rule => (rule.RoleARN, false));
        var all = roles.Roles.Select(role => (role.Value, role.Key == RoleType.Unauthenticated)).Concat(ofUsers).Distinct();
        foreach (var (role, isGuest) in all)
        {
            if (policies.TryGetValue(role, out var policy))
            {
                var context = TrustContext.ForKind(serviceName, identityPoolId, isGuest, providers: [], hasTags && !isGuest);
                TrustPolicyChecks.Judge(role, policy, context, SignInStage.Role, findings);
            }
        }
    }
}
