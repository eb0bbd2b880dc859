namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>Every failure that somebody reported in public must be explained by its cause.</summary>
public sealed class SignInCaseTests
{
    // The causes of the cases, and the codes by which a diagnosis names them.
    private static readonly Dictionary<string, string[]> Codes = new()
    {
        ["audience-apple"] = ["audience-not-configured"],
        // In one case, the pool listed a wrong user pool as well as wrong app clients.
        ["audience-not-configured"] = ["audience-not-configured", "provider-not-configured"],
        ["developer-wrong-key"] = ["developer-wrong-key", "developer-provider-unknown"],
        ["key-malformed"] = ["key-malformed", "key-not-a-provider"],
        ["partition-china"] = ["developer-key-partition"],
        ["provider-not-configured"] = ["provider-not-configured", "no-providers"],
        ["principal-tags"] = ["principal-tags", "principal-tags-not-text"],
        ["wrong-identity-pool"] = ["identity-pool-id-malformed"],
    };

    public static TheoryData<string> Decidable => [.. SignInCase.All.Where(pair => pair.Value.IsDecidable).Select(pair => pair.Key)];

    public static TheoryData<string> Undecidable => [.. SignInCase.All.Where(pair => !pair.Value.IsDecidable).Select(pair => pair.Key)];

    public static TheoryData<string> WithTrustPolicies =>
        [.. SignInCase.All.Where(pair => pair.Value.TrustPolicies is not null).Select(pair => pair.Key)];

    [Theory]
    [MemberData(nameof(WithTrustPolicies))]
    public void Cause_is_among_the_first_two_findings_where_the_trust_policy_is_given(string id)
    {
        var signIn = SignInCase.All[id];
        var options = signIn.Options with { TrustPolicies = signIn.TrustPolicies };
        if (signIn.Cause == "trust-tag-session")
        {
            // The maps to principal tags are not in the data.
            GetPrincipalTagAttributeMapResponse map = new() { IdentityProviderName = signIn.Logins.Keys.Single(), UseDefaults = true };
            options = options with { PrincipalTagAttributeMaps = [map] };
        }

        var diagnosis = SignInDiagnosis.Create(signIn.PoolId, signIn.Logins, options);

        Assert.True(
            diagnosis.Findings.Take(2).Any(finding => CodesOf(signIn.Cause).Contains(finding.Code)), $"{signIn.Cause}:\n{diagnosis}");
    }

    [Theory]
    [MemberData(nameof(Decidable))]
    public void Cause_is_among_the_first_two_findings(string id)
    {
        var signIn = SignInCase.All[id];
        var diagnosis = signIn.Diagnose();

        Assert.True(
            diagnosis.Findings.Take(2).Any(finding => CodesOf(signIn.Cause).Contains(finding.Code)), $"{signIn.Cause}:\n{diagnosis}");
    }

    [Theory]
    [MemberData(nameof(Undecidable))]
    public void Cause_is_among_those_that_only_the_service_knows_where_nothing_else_shows_it(string id)
    {
        var signIn = SignInCase.All[id];
        var diagnosis = signIn.Diagnose();

        Assert.True(
            diagnosis.PossibleCauses.Any(cause => CodesOf(signIn.Cause).Contains(cause.Code)), $"{signIn.Cause}:\n{diagnosis}");
    }

    [Theory]
    [MemberData(nameof(WithTrustPolicies))]
    public void Cause_stays_in_sight_where_the_trust_policy_is_given_and_the_tags_are_unknown(string id)
    {
        var signIn = SignInCase.All[id];
        var diagnosis = SignInDiagnosis.Create(
            signIn.PoolId, signIn.Logins, signIn.Options with { TrustPolicies = signIn.TrustPolicies });

        Assert.Contains(
            diagnosis.Findings.Concat(diagnosis.PossibleCauses), finding => CodesOf(signIn.Cause).Contains(finding.Code));
    }

    // The diagnosis must not need the error: whoever asks before the first call has none.
    [Theory]
    [MemberData(nameof(Decidable))]
    public void Cause_is_found_without_the_error_where_pool_and_token_show_it(string id)
    {
        string[] shownByTheErrorAlone =
            ["expired-saml", "principal-tags-list", "dev-link-without-login", "no-logins-on-refresh", "expired-clock-tv", "login-removed"];
        if (shownByTheErrorAlone.Contains(id))
        {
            return;
        }

        var signIn = SignInCase.All[id];
        var diagnosis = SignInDiagnosis.Create(
            signIn.PoolId, signIn.Logins, signIn.Options with { ErrorCode = null, ErrorMessage = null });

        Assert.True(
            diagnosis.Findings.Take(2).Any(finding => CodesOf(signIn.Cause).Contains(finding.Code)), $"{signIn.Cause}:\n{diagnosis}");
    }

    private static string[] CodesOf(string cause) => Codes.GetValueOrDefault(cause, [cause]);
}
