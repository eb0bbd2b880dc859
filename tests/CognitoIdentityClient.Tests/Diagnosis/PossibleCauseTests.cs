using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The causes that only IAM or the service knows, by the code of the error that happened.</summary>
public sealed class PossibleCauseTests
{
    private static readonly SignInDiagnosisOptions Sts = Options with { Operation = "AssumeRoleWithWebIdentity" };

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html and CommonErrors.html, and the
    // throttling codes of the AWS SDKs: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
    [Theory]
    [InlineData("Throttling", "throttling")]
    [InlineData("ThrottlingException", "throttling")]
    [InlineData("ServiceUnavailable", "service-failure")]
    [InlineData("InternalFailure", "service-failure")]
    [InlineData("ExpiredTokenException", null)]
    [InlineData("PackedPolicyTooLarge", "principal-tags")]
    public void Causes_of_an_error_of_sts_are_those_of_its_code(string code, string? cause)
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(), Sts with { ErrorCode = code });

        Assert.Equal(cause is null ? [] : [cause], diagnosis.PossibleCauses.Select(possible => possible.Code));
    }

    [Fact]
    public void Cause_of_an_error_of_sts_is_that_of_its_message_when_the_code_is_unknown()
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(), Sts with { ErrorMessage = "Rate exceeded" });

        Assert.Equal("throttling", Assert.Single(diagnosis.PossibleCauses).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("AccessDenied")]
    public void Causes_of_a_refusal_of_sts_are_those_of_the_role(string? code)
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(), Sts with { ErrorCode = code });

        Assert.Equal("trust-amr", diagnosis.PossibleCauses[0].Code);
        Assert.DoesNotContain(diagnosis.PossibleCauses, cause => cause.Code is "throttling" or "service-failure");
    }

    [Theory]
    [InlineData("TooManyRequestsException")]
    [InlineData("RequestLimitExceeded")]
    [InlineData("LimitExceededException")]
    public void Cause_of_a_throttled_call_is_the_quota(string code)
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(), Options with { Operation = "GetId", ErrorCode = code });

        Assert.Equal("throttling", Assert.Single(diagnosis.PossibleCauses).Code);
    }

    [Fact]
    public void Cause_of_a_request_that_lost_its_headers_is_what_changed_it()
    {
        const string Message = "The server did not understand the operation that was requested.";
        var diagnosis = SignInDiagnosis.Create(
            PoolId, Login(), Options with { Operation = "GetId", ErrorCode = "BadRequest", ErrorMessage = Message });

        Assert.Equal("request-changed", Assert.Single(diagnosis.PossibleCauses).Code);
    }

    [Fact]
    public void Token_that_sts_calls_expired_is_found_without_the_token()
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, options: Sts with { ErrorCode = "ExpiredTokenException" });

        var finding = Assert.Single(diagnosis.Findings);
        Assert.Equal(("token-expired", "ExpiredTokenException", null), (finding.Code, finding.ErrorCode, finding.Reason));
        Assert.Contains("GetOpenIdToken is valid for 10 minutes", finding.Advice, StringComparison.Ordinal);
        Assert.Equal(
            ("AssumeRoleWithWebIdentity", "ExpiredTokenException"), (diagnosis.ClassicFlow.Operation, diagnosis.ClassicFlow.ErrorCode));
    }

    [Fact]
    public void Cause_that_is_a_finding_is_not_among_the_possible_ones()
    {
        var token = Jwt.Unsigned(
            $$"""{"iss":"https://{{Example.UserPool}}","aud":"{{Example.ClientId}}","token_use":"id","sub":"user-1","""
            + $$""" "exp":{{TestToken.Now.AddHours(1).ToUnixTimeSeconds()}}}""",
            """{"alg":"HS256"}""");
        var logins = new Dictionary<string, string> { [Example.UserPool] = token };
        var diagnosis = SignInDiagnosis.Create(PoolId, logins, Options);

        Assert.Equal("signature-not-verified", Assert.Single(diagnosis.Findings).Code);
        Assert.DoesNotContain(diagnosis.PossibleCauses, cause => cause.Code == "signature-not-verified");
    }
}
