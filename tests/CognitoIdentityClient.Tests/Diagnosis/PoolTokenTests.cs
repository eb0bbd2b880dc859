using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>
/// Tokens of the identity pool itself: a backend's developer token, and the token that STS gets in the basic (classic) flow.
/// </summary>
public sealed class PoolTokenTests
{
    private const string Service = "cognito-identity.amazonaws.com";
    private const string IdentityId = "us-east-1:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private const string Developer = $"\"authenticated\",\"login.example\",\"login.example:{PoolId}:user-1\"";

    // https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
    private const string Denied = "Not authorized to perform sts:AssumeRoleWithWebIdentity";

    private static readonly SignInDiagnosisOptions Sts = Options with { Operation = "AssumeRoleWithWebIdentity" };

    [Theory]
    [InlineData("login.example", null)]
    [InlineData("login.example:*", null)]
    [InlineData("authenticated", null)]
    [InlineData("login.other", "trust-amr")]
    [InlineData("cognito-identity.amazonaws.com", "trust-amr")]
    public void Trust_policy_is_compared_with_the_amr_of_the_developer_token(string amr, string? code)
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(Service, Developer), Trusting(Options, amr));

        Assert.Equal(code, diagnosis.Findings.SingleOrDefault()?.Code);
        Assert.DoesNotContain(diagnosis.PossibleCauses, cause => cause.Code is "trust-aud" or "trust-amr");
    }

    [Fact]
    public void Subject_of_the_developer_token_is_compared()
    {
        var condition = $"\"StringEquals\":{{\"{Service}:aud\":\"{PoolId}\",\"{Service}:sub\":\"us-east-1:other\"}}";

        Assert.Contains(
            SignInDiagnosis.Create(PoolId, Login(Service, Developer), WithPolicy(Options, condition)).Findings,
            finding => finding.Code == "trust-condition");
    }

    // The form of the tags: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
    [Fact]
    public void Tags_in_a_developer_token_need_the_permission_to_tag_the_session()
    {
        const string Tags = ",\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"team\":[\"red\"]}}";
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(Service, Developer, Tags), Trusting(Options, "authenticated"));

        Assert.Equal("trust-tag-session", Assert.Single(diagnosis.Findings).Code);
        Assert.Contains("sts:TagSession", diagnosis.TrustPolicyStatement, StringComparison.Ordinal);
        Assert.DoesNotContain(diagnosis.PossibleCauses, cause => cause.Code == "trust-tag-session");
        var tag = Assert.Single(diagnosis.PrincipalTags);
        Assert.Equal(("team", 3, null, null), (tag.Tag, tag.Length, tag.Value, tag.Problem));
    }

    [Theory]
    [InlineData(null, "InvalidIdentityPoolConfigurationException")]
    [InlineData("AssumeRoleWithWebIdentity", null)]
    public void Tag_of_a_developer_token_must_fit(string? operation, string? error)
    {
        const string Tags = ",\"https://aws.amazon.com/tags\":{\"principal_tags\":{\"team\":[\"a,b\"]}}";
        var diagnosis = SignInDiagnosis.Create(
            PoolId, Login(Service, Developer, Tags), Options with { Operation = operation, PrincipalTagAttributeMaps = [] });

        var finding = Assert.Single(diagnosis.Findings);
        Assert.Equal(("principal-tags", "PrincipalTags[\"team\"]", error), (finding.Code, finding.Path, finding.ErrorCode));
        Assert.Equal(
            PredictedResult.Error, (operation is null ? diagnosis.EnhancedFlow : diagnosis.ClassicFlow).Result);
    }

    [Theory]
    [InlineData("AssumeRoleWithWebIdentity", null)]
    [InlineData(null, Denied)]
    [InlineData("AssumeRoleWithWebIdentity", Denied)]
    public void Refusal_of_sts_leads_to_the_trust_policy(string? operation, string? message)
    {
        var options = Options with { Operation = operation, ErrorCode = message is null ? null : "AccessDenied", ErrorMessage = message };
        var diagnosis = SignInDiagnosis.Create(PoolId, DiagnosisTestData.Login(), options);

        // The login went to GetOpenIdToken, and STS got the pool's token.
        Assert.Empty(diagnosis.Findings);
        Assert.Equal(
            ["trust-amr", "trust-aud", "trust-principal", "trust-action"], diagnosis.PossibleCauses.Take(4).Select(cause => cause.Code));
        Assert.DoesNotContain(diagnosis.PossibleCauses, cause => cause.Code is "caller-policy" or "resource-control-policy");
        Assert.Equal(PredictedResult.Unknown, diagnosis.ClassicFlow.Result);
    }

    [Fact]
    public void Refusal_of_sts_by_a_policy_of_the_organization_names_it()
    {
        const string Message =
            "User: anonymous is not authorized to perform: sts:AssumeRoleWithWebIdentity on resource: * with an explicit deny in a service "
            + "control policy";
        var diagnosis = SignInDiagnosis.Create(
            PoolId, DiagnosisTestData.Login(), Options with { ErrorCode = "AccessDenied", ErrorMessage = Message });

        Assert.Equal("role-policies", Assert.Single(diagnosis.PossibleCauses).Code);
    }

    [Fact]
    public void Kind_of_user_at_sts_is_that_of_the_token()
    {
        var guest = SignInDiagnosis.Create(PoolId, Login("WebIdentityToken", "\"unauthenticated\""), Trusting(Sts, "authenticated"));
        var user = SignInDiagnosis.Create(PoolId, Login("WebIdentityToken", Developer), Trusting(Sts, "authenticated"));

        Assert.True(guest.IsGuest);
        Assert.Contains("\"unauthenticated\"", guest.TrustPolicyStatement, StringComparison.Ordinal);
        var finding = Assert.Single(guest.Findings);
        Assert.Equal(("trust-amr", "AccessDenied", null), (finding.Code, finding.ErrorCode, finding.Reason));
        Assert.Equal(
            ("AssumeRoleWithWebIdentity", "AccessDenied"), (guest.ClassicFlow.Operation, guest.ClassicFlow.ErrorCode));
        Assert.Null(guest.ClassicFlow.Reason);
        Assert.False(user.IsGuest);
        Assert.Empty(user.Findings);
    }

    [Fact]
    public void Token_that_is_too_old_for_sts_is_found()
    {
        var diagnosis = SignInDiagnosis.Create(
            PoolId, Login("WebIdentityToken", "\"unauthenticated\"", lifetime: TimeSpan.FromMinutes(-1)), Sts);

        // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
        Assert.Equal("token-expired", Assert.Single(diagnosis.Findings).Code);
        Assert.Equal(
            ("AssumeRoleWithWebIdentity", "ExpiredTokenException"), (diagnosis.ClassicFlow.Operation, diagnosis.ClassicFlow.ErrorCode));
        Assert.Contains("GetOpenIdToken is valid for 10 minutes", diagnosis.Findings[0].Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WebIdentityToken", null)]
    [InlineData(Example.UserPool, "InvalidIdentityToken")]
    public void Token_of_a_provider_at_sts_is_found(string key, string? error)
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, DiagnosisTestData.Login(key: key), Sts with { ErrorCode = error });

        Assert.Equal("sts-needs-pool-token", Assert.Single(diagnosis.Findings).Code);
        Assert.Equal(
            ("AssumeRoleWithWebIdentity", "InvalidIdentityToken"), (diagnosis.ClassicFlow.Operation, diagnosis.ClassicFlow.ErrorCode));
        Assert.Null(diagnosis.ClassicFlow.Reason);
    }

    private static SignInDiagnosisOptions Trusting(SignInDiagnosisOptions options, string amr) => WithPolicy(
        options,
        $"\"StringEquals\":{{\"{Service}:aud\":\"{PoolId}\"}},\"ForAnyValue:StringLike\":{{\"{Service}:amr\":\"{amr}\"}}");

    private static SignInDiagnosisOptions WithPolicy(SignInDiagnosisOptions options, string conditions)
    {
        var policy =
            $"{{\"Statement\":{{\"Effect\":\"Allow\",\"Principal\":{{\"Federated\":\"{Service}\"}},"
            + $"\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Condition\":{{{conditions}}}}}}}";
        return options with { TrustPolicies = new Dictionary<string, string> { [UserRole] = policy } };
    }

    private static Dictionary<string, string> Login(string key, string amr, string moreClaims = "", TimeSpan? lifetime = null) => new()
    {
        [key] = Jwt.Unsigned(
            $$"""{"iss":"https://{{Service}}","aud":"{{PoolId}}","sub":"{{IdentityId}}","amr":[{{amr}}],"""
            + $$""" "exp":{{(TestToken.Now + (lifetime ?? TimeSpan.FromMinutes(5))).ToUnixTimeSeconds()}}{{moreClaims}}}"""),
    };
}
