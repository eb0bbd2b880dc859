using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The limits of principal tags, and the call that fails on a tag that does not fit.</summary>
public sealed class PrincipalTagTests
{
    private static readonly string TooLong = new('x', 300);

    private static readonly Dictionary<string, string> OneTag = new() { ["tag"] = "bio" };

    [Fact]
    public void Tag_that_does_not_fit_comes_after_a_mapping_that_denies()
    {
        var roles = WithRules(AmbiguousRoleResolutionType.Deny, Rule("tier", MappingRuleMatchType.Equal, "gold"));
        var diagnosis = Diagnose(TooLong, OneTag, Options with { Roles = roles });

        Assert.Equal(
            ("GetCredentialsForIdentity", "NotAuthorizedException", ErrorReason.RoleMappingDenied),
            (diagnosis.EnhancedFlow.Operation, diagnosis.EnhancedFlow.ErrorCode, diagnosis.EnhancedFlow.Reason));
        Assert.Equal(["role-mapping-deny", "principal-tags"], diagnosis.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Tag_that_does_not_fit_comes_after_an_expired_token_at_sts()
    {
        var token = Jwt.Unsigned(
            $$$"""{"iss":"https://cognito-identity.amazonaws.com","aud":"{{{PoolId}}}","sub":"1","amr":["authenticated"],"""
            + $$$""" "exp":{{{TestToken.Now.ToUnixTimeSeconds() - 60}}},"""
            + $$$""" "https://aws.amazon.com/tags":{"principal_tags":{"team":["{{{TooLong}}}"] } } }""");
        var diagnosis = SignInDiagnosis.Create(
            PoolId,
            new Dictionary<string, string> { ["WebIdentityToken"] = token },
            Options with { Operation = "AssumeRoleWithWebIdentity" });

        Assert.Equal("ExpiredTokenException", diagnosis.ClassicFlow.ErrorCode);
        Assert.Equal(["token-expired", "principal-tags"], diagnosis.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Tag_that_does_not_fit_is_refused_by_sts_in_the_basic_flow()
    {
        var options = Options with { Operation = "GetOpenIdToken", IdentityPool = Pool with { AllowClassicFlow = true } };
        var diagnosis = Diagnose(TooLong, OneTag, options);

        var finding = Assert.Single(diagnosis.Findings);
        Assert.Equal(("principal-tags", null, null), (finding.Code, finding.ErrorCode, finding.Reason));
        Assert.Equal(
            (PredictedResult.Error, "AssumeRoleWithWebIdentity"), (diagnosis.ClassicFlow.Result, diagnosis.ClassicFlow.Operation));
        Assert.StartsWith("an error from AssumeRoleWithWebIdentity. ", diagnosis.ClassicFlow.ToString(), StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void Tags_fit_when_there_are_no_more_than_sts_takes(int count, bool fit)
    {
        var tags = Enumerable.Range(1, count).ToDictionary(number => $"tag{number}", _ => "bio");
        var diagnosis = Diagnose("a", tags, Options);

        Assert.Equal(fit ? [] : ["PrincipalTags: 51 tags, up to 50"], diagnosis.Findings.Select(Describe));
        Assert.Equal(fit ? PredictedResult.Credentials : PredictedResult.Error, diagnosis.EnhancedFlow.Result);
    }

    [Fact]
    public void Tag_without_its_claim_does_not_count()
    {
        var tags = Enumerable.Range(1, 51).ToDictionary(number => $"tag{number}", number => number == 1 ? "missing" : "bio");

        Assert.Empty(Diagnose("a", tags, Options).Findings);
    }

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html
    [Theory]
    [InlineData(128, 256, null)]
    [InlineData(129, 1, "the tag's name is longer than 128 characters")]
    [InlineData(1, 257, "the value is longer than 256 characters")]
    public void Tag_fits_when_name_and_value_are_short_enough(int name, int value, string? problem)
    {
        var tags = new Dictionary<string, string> { [new string('n', name)] = "bio" };
        var diagnosis = Diagnose(new string('v', value), tags, Options);

        Assert.Equal(problem, Assert.Single(diagnosis.PrincipalTags).Problem);
        Assert.Equal(
            problem is null ? [] : ["principal-tags"], diagnosis.Findings.Select(finding => finding.Code));
    }

    private static SignInDiagnosis Diagnose(string bio, Dictionary<string, string> tags, SignInDiagnosisOptions options) =>
        SignInDiagnosis.Create(
            PoolId,
            Login($",\"bio\":\"{bio}\""),
            options with { PrincipalTagAttributeMaps = [new() { IdentityProviderName = Example.UserPool, PrincipalTags = tags }] });

    private static string Describe(DiagnosisFinding finding) => $"{finding.Path}: {finding.Found}, {finding.Expected}";
}
