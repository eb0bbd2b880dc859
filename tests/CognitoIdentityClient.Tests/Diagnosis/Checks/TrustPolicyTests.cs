using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The trust policy of a role, where the diagnosis is given it, is judged as IAM does.</summary>
public sealed class TrustPolicyTests : TrustPolicyTest
{
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
}
