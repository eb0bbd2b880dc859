using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.UserLogins;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The sentences of a diagnosis: the cause of the failed sign-in, the remedy, and the checks that were not made.</summary>
public sealed class DiagnosisAdviceTests
{
    private const string NotVerified = "Tokens were decoded only. Whether their signatures are good, the service alone can tell.";

    // Of what helped, according to the report, the words that the advice has too.
    public static TheoryData<string, string> Fixes => new()
    {
        { "access-token-js", "Pass the ID token" },
        { "key-identity-pool-id", "user pool" },
        { "key-underscore-region", "region" },
        { "key-https-and-slash", "https://" },
        { "key-google-for-user-pool-token", "user pool" },
        { "second-app-client", "List every app client that issues tokens" },
        { "apple-services-id", "IAM" },
        { "facebook-limited-login", "OIDC|OpenID Connect provider in IAM" },
        { "expired-idle-app", "Refresh the" },
        { "guest-before-sign-in", "after the sign-in, with Logins" },
        { "token-two-roles-custom", "CustomRoleArn" },
        { "classic-role-mappings", "enhanced flow" },
        { "classic-saml", "enhanced flow" },
        { "dev-token-net", "Skip GetId" },
        { "dev-token-under-own-name", "key" },
        { "dev-link-without-login", "in the same call" },
        { "no-logins-on-refresh", "login with every request" },
        { "pool-other-region", "region" },
        { "firebase-oidc-missing", "provider" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Advice_says_what_helped_in_the_case(string id, string words)
    {
        var signIn = SignInCase.All[id];
        var advice = signIn.Diagnose().Findings.First(finding => finding.Code == signIn.Code).Advice;
        var (inFix, inAdvice) = words.Split('|') is [var one, var other] ? (one, other) : (words, words);

        Assert.Contains(inFix, signIn.Fix, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(inAdvice, advice, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Advice_for_several_roles_is_to_send_one_or_to_prefer_one()
    {
        var advice = SignInCase.All["token-two-roles-custom"]
            .Diagnose().Findings.Single(finding => finding.Code == "role-mapping-deny").Advice;

        Assert.Contains("send one as CustomRoleArn", advice, StringComparison.Ordinal);
        Assert.Contains("a precedence of its own", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_is_part_of_every_report()
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, User("access"), Options);

        Assert.All(
            (string[])[diagnosis.ToString(), diagnosis.ToMarkdown(), diagnosis.ToJson()],
            text => Assert.Contains("Pass the ID token of the same sign-in.", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Note_says_that_tokens_were_not_verified()
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(), Options);

        Assert.Equal([NotVerified], diagnosis.Notes);
        Assert.EndsWith($"\nNotes\n  - {NotVerified}\n", diagnosis.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"\n## Notes\n\n- {NotVerified}\n", diagnosis.ToMarkdown(), StringComparison.Ordinal);
        Assert.Contains($"\"{NotVerified}\"", diagnosis.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Note_on_tokens_is_missing_when_there_are_none() => Assert.Empty(SignInDiagnosis.Create(PoolId, options: Options).Notes);

    [Fact]
    public void Notes_say_what_is_unknown() => Assert.Equal(
        [
            NotVerified,
            "The pool's configuration is unknown, because it was not given.",
            "The pool's roles and role mappings are unknown, because they were not given.",
        ],
        SignInDiagnosis.Create(PoolId, Login(), new() { TimeProvider = TestToken.Clock }).Notes);

    [Fact]
    public void Explanation_of_both_flows_says_why()
    {
        var refused = SignInDiagnosis.Create(PoolId, User("access"), Options);
        var allowed = SignInDiagnosis.Create(PoolId, Login(), Options with { IdentityPool = Pool with { AllowClassicFlow = true } });

        Assert.Equal("The token is an access token, and an ID token is needed.", refused.EnhancedFlow.Explanation);
        Assert.Equal(refused.EnhancedFlow.Explanation, refused.ClassicFlow.Explanation);
        Assert.Equal(
            "No role mapping is for this login, and a signed-in user gets the pool's role for \"authenticated\".",
            allowed.EnhancedFlow.Explanation);
        Assert.Equal(
            "GetOpenIdToken returns a token for STS, and the caller names the role. The role's trust policy decides.",
            allowed.ClassicFlow.Explanation);
    }

    [Fact]
    public void Explanation_of_a_role_that_is_refused_says_how_it_was_chosen()
    {
        var roles = WithRules(AmbiguousRoleResolutionType.Deny, Rule("tier", MappingRuleMatchType.Equal, "gold"));

        Assert.Equal(
            "The choice is ambiguous, because no rule matches the token, and the mapping says Deny. "
            + "The role mapping finds no role for this token, and says Deny for that case.",
            SignInDiagnosis.Create(PoolId, Login(), Options with { Roles = roles }).EnhancedFlow.Explanation);
    }

    [Theory]
    [InlineData(true, "The identity pool's configuration is unknown.")]
    [InlineData(false, "The tokens show no mistake. The identity pool's configuration is unknown.")]
    public void Explanation_of_an_unknown_outcome_says_what_is_missing(bool isGuest, string explanation)
    {
        var outcome = SignInDiagnosis.Create(PoolId, isGuest ? null : Login(), new() { TimeProvider = TestToken.Clock }).EnhancedFlow;

        Assert.Equal((PredictedResult.Unknown, explanation), (outcome.Result, outcome.Explanation));
    }

    private static Dictionary<string, string> User(string use) => new() { [Example.UserPool] = TestToken.UserPool(use) };
}
