using System.Text.Json;
using CognitoIdentity.Tests.Operations;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The trust policy of a role, where the diagnosis is given it, is judged as IAM does.</summary>
public sealed class TrustPolicyTests
{
    private const string Service = "cognito-identity.amazonaws.com";

    // SVC stands for the service's name, POOL for the pool's id, UP for the user pool's name.
    private const string Aud = """ "StringEquals":{"SVC:aud":"POOL"} """;
    private const string Good = Aud + """ ,"ForAnyValue:StringLike":{"SVC:amr":"authenticated"} """;

    // Conditions for a signed-in user of the user pool, each with the cause that they give; null where they hold, "?" where IAM decides,
    // and "!" and a code where they hold with a warning.
    public static TheoryData<string, string?> Conditions => new()
    {
        { Good, null },
        { Aud + """ ,"ForAnyValue:StringLike":{"SVC:amr":"unauthenticated"} """, "trust-amr" },
        { Aud + """ ,"ForAnyValue:StringLike":{"SVC:amr":["unauthenticated","authenticated"]} """, null },
        { Aud + """ ,"ForAnyValue:StringLike":{"SVC:amr":"auth*"} """, null },
        { Aud + """ ,"ForAnyValue:StringLike":{"SVC:amr":"Authenticated"} """, "trust-amr" },
        { Aud + """ ,"ForAnyValue:StringEqualsIgnoreCase":{"SVC:amr":"Authenticated"} """, null },
        { Aud + """ ,"ForAnyValue:StringLike":{"COGNITO-IDENTITY.amazonaws.com:AMR":"authenticated"} """, null },

        // https://github.com/adrianhall/restaurant-reviews/issues/3
        { Aud + """ ,"ForAnyValue:StringLike":{"cognito-identity.amazon.com:amr":"authenticated"} """, "trust-amr" },

        // The values of amr of a signed-in user are more than the kind of user.
        { Aud + """ ,"ForAllValues:StringLike":{"SVC:amr":"authenticated"} """, "trust-amr" },
        { Aud + """ ,"ForAnyValue:StringLike":{"SVC:amr":"UP"} """, null },
        { Aud + """ ,"ForAnyValue:StringLike":{"SVC:amr":"accounts.google.com"} """, "trust-amr" },
        { Aud + """ ,"ForAnyValue:StringLike":{"SVC:amr":"UP:*"} """, "?" },
        { """ "StringEquals":{"SVC:aud":"POOL","SVC:amr":"authenticated"} """, "?trust-amr-operator" },
        { Aud + """ ,"StringLikeIfExists":{"SVC:amr":"authenticated"} """, "?" },
        { Aud + """ ,"ForAnyValue:StringNotLike":{"cognito-identity.amazon.com:amr":"unauthenticated"} """, "trust-amr" },
        { Aud + """ ,"StringNotLike":{"cognito-identity.amazon.com:amr":"unauthenticated"} """, null },
        { Aud, "!trust-any-user" },
        { Aud + """ ,"ForAnyValue:StringNotLike":{"SVC:amr":"unauthenticated"} """, null },
        { """ "StringEquals":{"SVC:aud":"us-east-1:99999999-2222-3333-4444-555555555555"} """, "trust-aud" },
        { """ "StringEquals":{"SVC:aud":["us-east-1:99999999-2222-3333-4444-555555555555","POOL"]} """, "!trust-any-user" },
        { """ "StringLike":{"SVC:aud":"us-east-1:*"} """, "!trust-any-user" },
        { """ "StringEquals":{"SVC:aud":"us-east-1:*"} """, "trust-aud" },
        { """ "StringNotEquals":{"SVC:aud":"POOL"} """, "trust-aud" },
        { """ "StringEqualsIfExists":{"accounts.google.com:aud":"app","SVC:aud":"POOL"} """, "!trust-any-user" },
        { Aud + """ ,"StringLike":{"accounts.google.com:aud":"app"} """, "trust-aud" },
        { Aud + """ ,"StringLike":{"SVC:email":"*@example.com"} """, "trust-condition" },
        { Aud + """ ,"Null":{"SVC:amr":"false"} """, null },
        { Aud + """ ,"Null":{"SVC:amr":"true"} """, "trust-amr" },
        { Aud + """ ,"StringLike":{"SVC:sub":"us-east-1:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"} """, "?" },
        { Aud + """ ,"IpAddress":{"aws:SourceIp":"10.0.0.0/8"} """, "?" },
        { Aud + """ ,"StringLike":{"aws:RequestTag/team":"*"} """, "?" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Conditions_hold_or_are_the_cause(string conditions, string? cause)
    {
        var diagnosis = Diagnose(Statement(conditions: conditions));

        if (cause is null || cause[0] is '?' or '!')
        {
            Assert.Equal(cause is { Length: > 1 } ? [cause[1..]] : [], diagnosis.Findings.Select(warning => warning.Code));
            Assert.All(diagnosis.Findings, warning => Assert.Equal(FindingSeverity.Warning, warning.Severity));
            Assert.Equal(UserRole, diagnosis.EnhancedFlow.RoleArn);
            Assert.Equal(cause?[0] == '?', diagnosis.PossibleCauses.Any(possible => possible.Code is "trust-aud" or "trust-amr"));
            return;
        }

        var finding = Assert.Single(diagnosis.Findings);
        Assert.Equal((cause, FindingSeverity.Error), (finding.Code, finding.Severity));
        Assert.StartsWith($"TrustPolicies[\"{UserRole}\"].Statement[0].Condition[", finding.Path, StringComparison.Ordinal);
        Assert.Equal(
            ("GetCredentialsForIdentity", "InvalidIdentityPoolConfigurationException", ErrorReason.RolesNotAssigned),
            (diagnosis.EnhancedFlow.Operation, diagnosis.EnhancedFlow.ErrorCode, diagnosis.EnhancedFlow.Reason));
        Assert.DoesNotContain(diagnosis.PossibleCauses, possible => possible.Code.StartsWith("trust-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"Federated":"accounts.google.com"}""", "trust-principal")]
    [InlineData("""{"Service":"lex.amazonaws.com"}""", "trust-principal")]
    [InlineData("""{"Federated":"arn:aws:iam::123456789012:oidc-provider/login.example.com"}""", "trust-principal")]
    [InlineData("""{"Federated":["accounts.google.com","cognito-identity.amazonaws.com"]}""", null)]
    [InlineData("\"*\"", null)]
    public void Principal_is_the_service_or_the_cause(string principal, string? cause) =>
        Assert.Equal(cause, Diagnose(Statement(principal: principal)).Findings.SingleOrDefault()?.Code);

    // https://github.com/danilop/LambdAuth/issues/4
    [Theory]
    [InlineData("\"sts:AssumeRole\"", "trust-action")]
    [InlineData("[\"sts:AssumeRole\",\"sts:AssumeRoleWithWebIdentity\"]", null)]
    [InlineData("\"sts:*\"", null)]
    [InlineData("\"STS:assumerolewithwebidentity\"", null)]
    public void Action_is_allowed_or_the_cause(string action, string? cause) =>
        Assert.Equal(cause, Diagnose(Statement(action: action)).Findings.SingleOrDefault()?.Code);

    [Fact]
    public void Statement_that_comes_nearest_is_explained()
    {
        // https://github.com/amazon-archives/amazon-cognito-auth-js/issues/196: one role for both kinds of user.
        var diagnosis = SignInDiagnosis.Create(PoolId, null, WithPolicy(GuestRole, Policy(
            """{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}""",
            """{"Effect":"Allow","Principal":{"Service":"cognito-idp.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity"}""",
            Statement())));

        var finding = Assert.Single(diagnosis.Findings);
        Assert.Equal("trust-amr", finding.Code);
        Assert.Equal(
            $"TrustPolicies[\"{GuestRole}\"].Statement[2].Condition[\"ForAnyValue:StringLike\"][\"{Service}:amr\"]", finding.Path);
        Assert.Equal(("\"authenticated\"", $"\"{Service}:amr\": \"unauthenticated\""), (finding.Found, finding.Expected));
    }

    [Fact]
    public void All_mistakes_of_the_nearest_statement_are_reported_at_once()
    {
        var diagnosis = Diagnose(Statement(action: "\"sts:AssumeRole\"", conditions: """ "StringEquals":{"SVC:aud":"us-east-1:other"} """));

        Assert.Equal(["trust-action", "trust-aud"], diagnosis.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Denial_counts_more_than_a_permission()
    {
        var denial = Statement(conditions: "").Replace("Allow", "Deny", StringComparison.Ordinal);

        var finding = Assert.Single(Diagnose(Statement(), denial).Findings);
        Assert.Equal(("trust-deny", FindingSeverity.Error), (finding.Code, finding.Severity));
        Assert.Equal(
            ("InvalidIdentityPoolConfigurationException", ErrorReason.RolesNotAssigned), (finding.ErrorCode, finding.Reason));
    }

    [Fact]
    public void Guests_role_needs_no_condition_for_the_kind_of_user() => Assert.Empty(
        SignInDiagnosis.Create(PoolId, null, WithPolicy(GuestRole, Policy(Statement(conditions: Aud)))).Findings);

    [Fact]
    public void Statement_without_the_pool_is_a_warning()
    {
        var diagnosis = Diagnose(Statement(conditions: """ "ForAnyValue:StringLike":{"SVC:amr":"authenticated"} """));

        var finding = Assert.Single(diagnosis.Findings);
        Assert.Equal(("trust-any-pool", FindingSeverity.Warning), (finding.Code, finding.Severity));
        Assert.Equal(PredictedResult.Credentials, diagnosis.EnhancedFlow.Result);
    }

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

    private static SignInDiagnosis Diagnose(params string[] statements) =>
        SignInDiagnosis.Create(PoolId, Login(), WithPolicy(UserRole, Policy(statements)));

    private static SignInDiagnosisOptions WithPolicy(string role, string policy) => Options with
    {
        Roles = Roles with
        {
            Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = UserRole, [RoleType.Unauthenticated] = GuestRole },
        },
        IdentityPool = Pool with { AllowUnauthenticatedIdentities = true },
        TrustPolicies = new Dictionary<string, string> { [role] = policy },
    };

    private static string Policy(params string[] statements)
    {
        var policy = $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";
        using var _ = JsonDocument.Parse(policy);
        return policy;
    }

    private static string Statement(
        string principal = """{"Federated":"SVC"}""",
        string action = "\"sts:AssumeRoleWithWebIdentity\"",
        string conditions = Good) =>
        ("""{"Effect":"Allow","Principal":""" + principal + ""","Action":""" + action + ""","Condition":{""" + conditions + "}}")
            .Replace("SVC", Service, StringComparison.Ordinal)
            .Replace("POOL", PoolId, StringComparison.Ordinal)
            .Replace("UP", Example.UserPool, StringComparison.Ordinal);
}
