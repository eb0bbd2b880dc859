namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>Every failure that somebody reported in public must be explained by its cause.</summary>
public sealed class SignInCaseTests
{
    public static TheoryData<string> Decidable => [.. SignInCase.All.Where(pair => pair.Value.IsDecidable).Select(pair => pair.Key)];

    public static TheoryData<string> ShownByPoolAndToken =>
        [.. SignInCase.All.Where(pair => pair.Value is { IsDecidable: true, NeedsError: false }).Select(pair => pair.Key)];

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

        AssertAmongFirstTwo(signIn, diagnosis);
    }

    [Theory]
    [MemberData(nameof(Decidable))]
    public void Cause_is_among_the_first_two_findings(string id)
    {
        var signIn = SignInCase.All[id];
        var diagnosis = signIn.Diagnose();

        AssertAmongFirstTwo(signIn, diagnosis);
    }

    [Theory]
    [MemberData(nameof(Undecidable))]
    public void Cause_is_among_those_that_only_the_service_knows_where_nothing_else_shows_it(string id)
    {
        var signIn = SignInCase.All[id];
        var diagnosis = signIn.Diagnose();

        Assert.Contains(signIn.Code, diagnosis.PossibleCauses.Select(cause => cause.Code));
    }

    [Theory]
    [MemberData(nameof(WithTrustPolicies))]
    public void Cause_stays_in_sight_where_the_trust_policy_is_given_and_the_tags_are_unknown(string id)
    {
        var signIn = SignInCase.All[id];
        var diagnosis = SignInDiagnosis.Create(
            signIn.PoolId, signIn.Logins, signIn.Options with { TrustPolicies = signIn.TrustPolicies });

        Assert.Contains(signIn.Code, diagnosis.Findings.Concat(diagnosis.PossibleCauses).Select(finding => finding.Code));
    }

    // The diagnosis must not need the error: whoever asks before the first call has none.
    [Theory]
    [MemberData(nameof(ShownByPoolAndToken))]
    public void Cause_is_found_without_the_error_where_pool_and_token_show_it(string id)
    {
        var signIn = SignInCase.All[id];
        var diagnosis = SignInDiagnosis.Create(
            signIn.PoolId, signIn.Logins, signIn.Options with { ErrorCode = null, ErrorMessage = null });

        AssertAmongFirstTwo(signIn, diagnosis);
    }

    private static void AssertAmongFirstTwo(SignInCase signIn, SignInDiagnosis diagnosis) =>
        Assert.Contains(signIn.Code, diagnosis.Findings.Take(2).Select(finding => finding.Code));
}
