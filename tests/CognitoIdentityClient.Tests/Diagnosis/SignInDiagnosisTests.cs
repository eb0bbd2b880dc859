using System.Text.Json;
using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;
using CognitoIdentity.Tests.UserLogins;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

public sealed class SignInDiagnosisTests
{
    [Fact]
    public void Diagnosis_predicts_the_default_role_when_nothing_is_wrong()
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(), Options);

        Assert.Empty(diagnosis.Findings);
        Assert.Equal((PredictedResult.Credentials, UserRole), (diagnosis.EnhancedFlow.Result, diagnosis.EnhancedFlow.RoleArn));
        Assert.Equal(
            (PredictedResult.Error, "GetOpenIdToken", ErrorReason.ClassicFlowDisabled),
            (diagnosis.ClassicFlow.Result, diagnosis.ClassicFlow.Operation, diagnosis.ClassicFlow.Reason));
        Assert.Contains(diagnosis.PossibleCauses, cause => cause.Code == "trust-aud");
    }

    [Fact]
    public void Role_is_explained_rule_by_rule()
    {
        var roles = WithRules(
            AmbiguousRoleResolutionType.Deny,
            Rule("tier", MappingRuleMatchType.Equal, "gold"),
            Rule("email", MappingRuleMatchType.Contains, "@example.com"),
            Rule("sub", MappingRuleMatchType.StartsWith, "user-", UserRole),
            Rule("sub", MappingRuleMatchType.Equal, "user-1"));
        var login = Login(",\"email\":\"a@elsewhere.example\"");
        var choice = SignInDiagnosis.Create(PoolId, login, Options with { Roles = roles }).RoleChoice!;

        Assert.Equal(UserRole, choice.RoleArn);
        Assert.False(choice.IsAmbiguous);
        Assert.Equal([false, false, true, null], choice.Rules.Select(rule => rule.IsMatch));
        Assert.Equal([null, "a@elsewhere.example", "user-1", null], choice.Rules.Select(rule => rule.ClaimValue));
    }

    [Fact]
    public void Role_mapping_that_denies_says_what_the_claims_were()
    {
        var roles = WithRules(AmbiguousRoleResolutionType.Deny, Rule("cognito:groups", MappingRuleMatchType.Equal, "readers"));
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(",\"cognito:groups\":[\"readers\"]"), Options with { Roles = roles });

        Assert.Equal(ErrorReason.RoleMappingDenied, diagnosis.EnhancedFlow.Reason);
        Assert.Equal("role-mapping-deny", diagnosis.Findings[0].Code);
        Assert.Equal("cognito:groups = \"[\"readers\"]\"", diagnosis.Findings[0].Found);
        // A reader who thinks that the list has the value must learn why Equals does not see it.
        Assert.Contains("Contains", diagnosis.RoleChoice!.Rules[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_are_judged_alone_when_the_pool_is_unknown()
    {
        var diagnosis = SignInDiagnosis.Create(
            PoolId,
            new Dictionary<string,
            string>
            { [Example.UserPool] = TestToken.UserPool("access") },
            new() { TimeProvider = TestToken.Clock });

        Assert.Equal("access-token", diagnosis.Findings[0].Code);
        Assert.Equal($"Logins[\"{Example.UserPool}\"].token_use", diagnosis.Findings[0].Path);
        Assert.Equal(3, diagnosis.Notes.Count);
        Assert.Equal(
            PredictedResult.Unknown,
            SignInDiagnosis.Create(PoolId, Login(), new() { TimeProvider = TestToken.Clock }).EnhancedFlow.Result);
    }

    [Theory]
    [InlineData("Facebook", "key-not-a-provider", "graph.facebook.com")]
    [InlineData("google", "key-not-a-provider", "accounts.google.com")]
    [InlineData("https://accounts.google.com", "key-https", "accounts.google.com")]
    [InlineData("Accounts.Google.Com", "key-malformed", "accounts.google.com")]
    [InlineData(" accounts.google.com", "key-malformed", "accounts.google.com")]
    [InlineData("us-east-1_123456789", "key-malformed", "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789")]
    [InlineData("cognito-idp.cn-north-1.amazonaws.com/cn-north-1_123456789", "key-wrong-partition", null)]
    [InlineData("arn:aws:iam::123456789012:oidc-provider/login.example.com", "key-arn", "login.example.com")]
    public void Wrong_key_is_reported_before_the_token_is_looked_at(string key, string code, string? expected)
    {
        var finding = SignInDiagnosis.Create(PoolId, new Dictionary<string, string> { [key] = "opaque" }, Options).Findings[0];

        Assert.Equal(code, finding.Code);
        if (expected is not null)
        {
            Assert.Equal($"\"{expected}\"", finding.Expected);
        }
    }

    [Fact]
    public void Error_that_happened_decides_which_cause_comes_first()
    {
        var expired = Login().ToDictionary(login => login.Key, _ => Jwt.Unsigned(
            $$"""{"iss":"https://{{Example.UserPool}}","aud":"other","sub":"1","exp":{{TestToken.Now.ToUnixTimeSeconds() - 60}}}"""));
        SignInDiagnosis Diagnose(string message) =>
            new NotAuthorizedException(message) { OperationName = "GetId" }.Diagnose(PoolId, expired, Options);

        Assert.Equal("token-expired", Diagnose("Invalid login token. Token expired: 2 >= 1").Findings[0].Code);
        Assert.Equal("audience-not-configured", Diagnose("Token is not from a supported provider of this identity pool.").Findings[0].Code);
    }

    [Theory]
    [InlineData("us-east-1", "cognito-identity.amazonaws.com")]
    [InlineData("cn-north-1", "cognito-identity.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "cognito-identity-us-gov.amazonaws.com")]
    [InlineData("us-gov-east-1", "cognito-identity.us-gov-east-1.amazonaws.com")]
    public void Trust_policy_has_the_names_of_the_partition(string region, string name)
    {
        var poolId = $"{region}:11111111-2222-3333-4444-555555555555";
        var guest = JsonDocument.Parse(SignInDiagnosis.Create(poolId).TrustPolicyStatement!).RootElement;
        var user = JsonDocument.Parse(SignInDiagnosis.Create(poolId, Login()).TrustPolicyStatement!).RootElement;

        // https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
        Assert.Equal(name, guest.GetProperty("Principal").GetProperty("Federated").GetString());
        Assert.Equal("sts:AssumeRoleWithWebIdentity", guest.GetProperty("Action")[0].GetString());
        var condition = guest.GetProperty("Condition");
        Assert.Equal(poolId, condition.GetProperty("StringEquals").GetProperty($"{name}:aud").GetString());
        Assert.Equal("unauthenticated", condition.GetProperty("ForAnyValue:StringLike").GetProperty($"{name}:amr").GetString());
        Assert.Equal(
            "authenticated",
            user.GetProperty("Condition").GetProperty("ForAnyValue:StringLike").GetProperty($"{name}:amr").GetString());
    }

    [Fact]
    public void Principal_tags_are_measured_and_shown_only_on_request()
    {
        var options = Options with
        {
            PrincipalTagAttributeMaps =
            [
                new()
                {
                    IdentityProviderName = Example.UserPool,
                    PrincipalTags = new Dictionary<string, string> { ["long"] = "bio", ["user"] = "sub", ["none"] = "missing" },
                },
            ],
        };
        var login = Login($",\"bio\":\"{new string('x', 300)}\"");
        var diagnosis = SignInDiagnosis.Create(PoolId, login, options);

        Assert.Equal([300, null, 6], diagnosis.PrincipalTags.Select(tag => tag.Length));
        Assert.All(diagnosis.PrincipalTags, tag => Assert.Null(tag.Value));
        Assert.Equal("principal-tags", Assert.Single(diagnosis.Findings).Code);
        Assert.Equal(
            (PredictedResult.Error, "GetCredentialsForIdentity", ErrorReason.RolesNotAssigned),
            (diagnosis.EnhancedFlow.Result, diagnosis.EnhancedFlow.Operation, diagnosis.EnhancedFlow.Reason));
        Assert.Contains("sts:TagSession", diagnosis.TrustPolicyStatement, StringComparison.Ordinal);
        Assert.Contains(
            SignInDiagnosis.Create(PoolId, login, options with { ShowClaimValues = true }).PrincipalTags, tag => tag.Value == "user-1");
    }

    // [\p{L}\p{Z}\p{N}_.:/=+\-@]*: https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html
    [Theory]
    [InlineData("café 1_.:/=+-@", true)]
    [InlineData("½ Ⅳ", true)]
    [InlineData("a,b", false)]
    [InlineData("a\tb", false)]
    public void Principal_tag_fits_when_sts_takes_its_characters(string value, bool fits)
    {
        var options = Options with
        {
            PrincipalTagAttributeMaps =
                [new() { IdentityProviderName = Example.UserPool, PrincipalTags = new Dictionary<string, string> { ["tag"] = "bio" } }],
        };
        var diagnosis = SignInDiagnosis.Create(PoolId, Login($",\"bio\":{JsonSerializer.Serialize(value)}"), options);

        Assert.Equal(fits, Assert.Single(diagnosis.PrincipalTags).Problem is null);
    }

    [Fact]
    public void Developer_token_is_taken_without_a_call_of_GetIdAsync()
    {
        const string IdentityId = "us-east-1:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
        var token = Jwt.Unsigned(
            $$"""{"iss":"https://cognito-identity.amazonaws.com","aud":"{{PoolId}}","sub":"{{IdentityId}}","amr":["authenticated"],"""
            + $$""" "exp":{{TestToken.Now.AddMinutes(5).ToUnixTimeSeconds()}}}""");
        var logins = new Dictionary<string, string> { ["cognito-identity.amazonaws.com"] = token };
        var options = Options with { IdentityId = IdentityId };

        Assert.Equal(UserRole, SignInDiagnosis.Create(PoolId, logins, options).EnhancedFlow.RoleArn);
        Assert.Equal(
            "developer-token-to-getid", SignInDiagnosis.Create(PoolId, logins, options with { Operation = "GetId" }).Findings[0].Code);
        Assert.Equal(
            "developer-token-mismatch",
            SignInDiagnosis.Create(PoolId, logins, options with { IdentityId = IdentityId[..^1] + "f" }).Findings[0].Code);
    }
}
