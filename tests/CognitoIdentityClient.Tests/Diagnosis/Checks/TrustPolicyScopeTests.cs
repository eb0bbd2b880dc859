using CognitoIdentity.Tests.Operations;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The roles and policies that a diagnosis judges, and its words for those that it cannot read.</summary>
public sealed class TrustPolicyScopeTests : TrustPolicyTest
{
    [Fact]
    public void Session_with_principal_tags_needs_the_permission_to_tag_it()
    {
        var options = WithPolicy(UserRole, Policy(Statement())) with
        {
            PrincipalTagAttributeMaps = [new() { IdentityProviderName = Example.UserPool, UseDefaults = true }],
        };

        Assert.Equal("trust-tag-session", Assert.Single(SignInDiagnosis.Create(PoolId, Login(), options).Findings).Code);
        var allowed = options with
        {
            TrustPolicies = new Dictionary<string, string> { [UserRole] = Policy(Statement(action: "\"sts:*\"")) },
        };
        Assert.Empty(SignInDiagnosis.Create(PoolId, Login(), allowed).Findings);
        var denied = options with
        {
            TrustPolicies = new Dictionary<string, string>
            {
                [UserRole] = Policy(
                    Statement(action: "\"sts:*\""),
                    Statement(action: "\"sts:TagSession\"").Replace("Allow", "Deny", StringComparison.Ordinal)),
            },
        };
        Assert.Equal("trust-tag-session", Assert.Single(SignInDiagnosis.Create(PoolId, Login(), denied).Findings).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"Statement\":[1]}")]
    [InlineData("{\"Statement\":{\"Effect\":1}}")]
    [InlineData("{\"Statement\":{\"Effect\":\"Allow\",\"Condition\":[]}}")]
    [InlineData("%7B%22Statement%22")]
    public void Text_that_is_not_a_policy_is_a_warning_and_decides_nothing(string policy)
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(), WithPolicy(UserRole, policy));

        var finding = Assert.Single(diagnosis.Findings);
        Assert.Equal(("trust-policy-unreadable", FindingSeverity.Warning), (finding.Code, finding.Severity));
        Assert.Contains(diagnosis.PossibleCauses, possible => possible.Code == "trust-aud");
    }

    // IAM's GetRole: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html
    [Fact]
    public void Policy_is_read_as_iam_returns_it_and_with_one_statement_outside_of_a_list()
    {
        var policy = Uri.EscapeDataString($$"""{"Version":"2012-10-17","Statement":{{Statement(principal: "{\"Service\":\"x\"}")}}}""");

        Assert.Equal(
            $"TrustPolicies[\"{UserRole}\"].Statement.Principal",
            Assert.Single(SignInDiagnosis.Create(PoolId, Login(), WithPolicy(UserRole, policy)).Findings).Path);
    }

    [Fact]
    public void Policy_of_a_role_that_the_user_does_not_get_is_not_judged()
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(), WithPolicy(AdminRole, Policy(Statement(principal: "{}"))));

        Assert.Empty(diagnosis.Findings);
        Assert.Contains(diagnosis.PossibleCauses, possible => possible.Code == "trust-aud");
    }

    [Theory]
    [InlineData("GetOpenIdToken")]
    [InlineData("AssumeRoleWithWebIdentity")]
    public void Role_that_the_caller_names_is_judged_in_the_basic_flow(string operation)
    {
        var options = WithPolicy(AdminRole, Policy(Statement(action: "\"sts:AssumeRole\""))) with
        {
            Operation = operation,
            IdentityPool = Pool with { AllowClassicFlow = true },
        };
        var classic = SignInDiagnosis.Create(PoolId, null, options with
        {
            IdentityPool = Pool with { AllowClassicFlow = true, AllowUnauthenticatedIdentities = true },
        });

        Assert.Equal("trust-action", classic.Findings[0].Code);
        Assert.Equal(("AssumeRoleWithWebIdentity", "AccessDenied"), (classic.ClassicFlow.Operation, classic.ClassicFlow.ErrorCode));
    }

    // The statement that the diagnosis writes must pass its own judgement, in every partition and for every kind of user.
    [Theory]
    [InlineData("us-east-1", false)]
    [InlineData("us-east-1", true)]
    [InlineData("cn-north-1", false)]
    [InlineData("us-gov-west-1", true)]
    public void Statement_that_the_diagnosis_writes_lets_the_user_in(string region, bool isGuest)
    {
        var poolId = $"{region}:11111111-2222-3333-4444-555555555555";
        var partition = region switch
        {
            "cn-north-1" => "aws-cn",
            "us-gov-west-1" => "aws-us-gov",
            _ => "aws",
        };
        var role = $"arn:{partition}:iam::123456789012:role/Both";
        var options = Options with
        {
            IdentityPool = Pool with { IdentityPoolId = poolId, AllowUnauthenticatedIdentities = true },
            Roles = Roles with
            {
                Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = role, [RoleType.Unauthenticated] = role },
            },
        };
        var logins = isGuest ? null : Login();
        var statement = SignInDiagnosis.Create(poolId, logins, options).TrustPolicyStatement!;

        var judged = SignInDiagnosis.Create(
            poolId, logins, options with { TrustPolicies = new Dictionary<string, string> { [role] = Policy(statement) } });

        Assert.Empty(judged.Findings);
        Assert.DoesNotContain(
            judged.PossibleCauses, possible => possible.Code is "trust-principal" or "trust-action" or "trust-aud" or "trust-amr");
    }

    [Fact]
    public void Pool_is_checked_with_the_policies_of_all_its_roles()
    {
        var roles = WithRules(AmbiguousRoleResolutionType.Deny, Rule("sub", MappingRuleMatchType.Equal, "x")) with
        {
            Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = UserRole, [RoleType.Unauthenticated] = GuestRole },
        };
        var diagnosis = IdentityPoolDiagnosis.Create(Pool, roles, new()
        {
            TrustPolicies = new Dictionary<string, string>
            {
                [UserRole] = Policy(Statement()),
                [GuestRole] = Policy(Statement()),
                [AdminRole] = Policy(Statement(action: "\"sts:AssumeRole\"")),
            },
        });

        Assert.Equal(
            [("trust-amr", GuestRole), ("trust-action", AdminRole)],
            diagnosis.Findings.Where(finding => finding.Path.StartsWith("TrustPolicies", StringComparison.Ordinal))
                .Select(finding => (finding.Code, finding.Path.Split('"')[1])));
    }
}
