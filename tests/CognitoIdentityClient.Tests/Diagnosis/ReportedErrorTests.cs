using CognitoIdentity.Tests.Operations;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>Members, roles and providers that the text of an error names, and errors that nothing else explains.</summary>
public sealed class ReportedErrorTests
{
    private const string IdentityId = "us-east-1:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    // The forms of the SDKs for Java and Python, and of a console.
    [Theory]
    [InlineData("com.amazonaws.services.cognitoidentity.model.NotAuthorizedException: {0} (Service: AmazonCognitoIdentity)")]
    [InlineData("An error occurred (NotAuthorizedException) when calling the GetId operation: {0}")]
    [InlineData("Uncaught (in promise) NotAuthorizedException: {0}")]
    public void Message_is_found_behind_the_words_of_a_log(string form)
    {
        var message = string.Format(null, form, "Invalid login token. Token expired: 1772366400 >= 1772366000");
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(), Options with { ErrorMessage = message });

        Assert.Equal(("token-expired", ErrorReason.TokenExpired), (diagnosis.Findings[0].Code, diagnosis.Findings[0].Reason));
    }

    // https://github.com/aws/aws-sdk-js-v3/issues/3113
    [Fact]
    public void Guests_error_of_a_user_with_logins_is_reported_as_logins_that_were_not_sent()
    {
        var finding = Diagnose("NotAuthorizedException", "Unauthenticated access is not supported for this identity pool.").Findings[0];

        Assert.Equal(("guests-not-allowed", FindingSeverity.Warning), (finding.Code, finding.Severity));
        Assert.StartsWith("Look for an earlier error", finding.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invalid login token. Issuer doesn't match providerName", "key-malformed")]
    [InlineData("Invalid login token. Missing a required claim: aud", "access-token")]
    [InlineData("Invalid login token. Can't pass in a Cognito token.", "developer-token-to-getid")]
    [InlineData("The ambiguous role mapping rules for: x denied this request.", "role-mapping-deny")]
    [InlineData("Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.", "classic-flow-mappings")]
    public void Usual_cause_is_named_when_nothing_shows_one(string message, string code)
    {
        var finding = Diagnose(null, message).Findings[0];

        Assert.Equal((code, FindingSeverity.Warning), (finding.Code, finding.Severity));
        Assert.Equal("the service's message alone: what was given to the diagnosis does not show it", finding.Found);
    }

    // https://github.com/aws/aws-cdk/issues/22951 and https://github.com/aws/aws-cdk/issues/7670
    [Theory]
    [InlineData("SetIdentityPoolRoles", $"https://{Example.UserPool}", "mapping-for-unknown-provider")]
    [InlineData(null, $"https://{Example.UserPool}", "mapping-for-unknown-provider")]
    [InlineData("SetIdentityPoolRoles", $"{Example.UserPool}:other", "mapping-for-unknown-client")]
    public void Refused_configuration_is_explained_by_the_configuration(string? operation, string key, string code)
    {
        RoleMapping mapping = new() { Type = RoleMappingType.Token, AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny };
        var diagnosis = SignInDiagnosis.Create(PoolId, options: Options with
        {
            Operation = operation,
            ErrorMessage = $"({key}) is not a valid RoleMapping ProviderName or is not a configured provider.",
            Roles = Roles with { RoleMappings = new Dictionary<string, RoleMapping> { [key] = mapping } },
        });

        Assert.Equal(code, diagnosis.Findings[0].Code);
        Assert.DoesNotContain(diagnosis.Findings, finding => finding.Code == "guests-not-allowed");
    }

    [Fact]
    public void Provider_that_the_message_names_is_reported_with_the_account()
    {
        const string Arn = "arn:aws:iam::999999999999:oidc-provider/idp.example.com";
        var finding = Diagnose("InvalidParameterException", $"Identity provider {Arn} is not valid for account 123456789012").Findings[0];

        Assert.Equal(
            ("iam-provider-account", $"\"{Arn}\"", "a provider that exists in the account 123456789012"),
            (finding.Code, finding.Found, finding.Expected));
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/Other", "custom-role-not-allowed", "Request.CustomRoleArn")]
    [InlineData("arn:aws:iam::999999999999:role/Other", "role-other-account", "Roles")]
    public void Role_that_the_message_names_is_compared_with_the_configuration(string role, string code, string path)
    {
        var finding = Diagnose("NotAuthorizedException", $"Access to Role '{role}' is forbidden.").Findings[0];

        Assert.Equal((code, path, $"\"{role}\""), (finding.Code, finding.Path, finding.Found));
    }

    [Fact]
    public void Role_of_the_pool_that_is_refused_may_be_of_another_account()
    {
        var diagnosis = Diagnose("NotAuthorizedException", $"Access to Role '{UserRole}' is forbidden.");

        Assert.Empty(diagnosis.Findings);
        Assert.Contains(diagnosis.PossibleCauses, cause => cause is { Code: "role-other-account", Severity: FindingSeverity.Warning });
    }

    [Fact]
    public void Roles_of_several_accounts_are_found_without_the_pools_account()
    {
        Dictionary<RoleType, string> roles = new()
        {
            [RoleType.Authenticated] = UserRole,
            [RoleType.Unauthenticated] = "arn:aws:iam::999999999999:role/Guest",
        };

        Assert.Contains(
            SignInDiagnosis.Create(PoolId, Login(), Options with { Roles = Roles with { Roles = roles } }).Findings,
            finding => finding.Code == "accounts-differ");
    }

    [Fact]
    public void Member_that_the_message_names_is_the_path()
    {
        var finding = Diagnose(
            "ValidationException",
            "1 validation error detected: Value 'undefined' at 'identityId' failed to satisfy constraint: Member must satisfy regular "
            + "expression pattern: [\\w-]+:[0-9a-f-]+").Findings[0];

        Assert.Equal(("request-member-invalid", "Request.IdentityId"), (finding.Code, finding.Path));
    }

    [Theory]
    [InlineData(true, "role-permissions")]
    [InlineData(false, "role-permissions session-policy")]
    public void Refusal_of_another_service_is_reported_as_the_roles(bool isSignedIn, string causes)
    {
        var diagnosis = SignInDiagnosis.Create(PoolId, isSignedIn ? Login() : null, Options with
        {
            ErrorCode = "AccessDeniedException",
            ErrorMessage = "User: arn:aws:sts::123456789012:assumed-role/User/CognitoIdentityCredentials is not authorized to perform: "
                + "s3:PutObject on resource: \"arn:aws:s3:::bucket/key\" because no identity-based policy allows the s3:PutObject action",
        });

        Assert.Equal(causes, string.Join(' ', diagnosis.PossibleCauses.Select(cause => cause.Code)));
    }

    [Theory]
    [InlineData("ConcurrentModificationException", "concurrent-calls")]
    [InlineData("IDPCommunicationError", "provider-unreachable")]
    public void Cause_is_that_of_the_code(string code, string cause) =>
        Assert.Equal(cause, Assert.Single(Diagnose(code, message: null).PossibleCauses).Code);

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
    [Fact]
    public void Token_that_sts_refuses_may_have_an_audience_that_iam_does_not_list() => Assert.Equal(
        ["iam-provider-audience", "signature-not-verified"],
        SignInDiagnosis.Create(
            PoolId,
            Login(key: "WebIdentityToken"),
            Options with { ErrorCode = "InvalidIdentityToken", ErrorMessage = "Incorrect token audience" })
            .PossibleCauses.Select(cause => cause.Code));

    [Fact]
    public void Developer_token_may_be_of_another_identity_when_the_identity_is_unknown()
    {
        var token = Support.Jwt.Unsigned(
            $$"""{"iss":"https://cognito-identity.amazonaws.com","aud":"{{PoolId}}","sub":"{{IdentityId}}","exp":4102444800}""");
        var logins = new Dictionary<string, string> { ["cognito-identity.amazonaws.com"] = token };
        var options = Options with
        {
            Operation = "GetCredentialsForIdentity",
            ErrorMessage = "Logins don't match. Please include at least one valid login for this identity or identity pool.",
        };

        Assert.Contains(SignInDiagnosis.Create(PoolId, logins, options).PossibleCauses, cause => cause.Code == "developer-token-mismatch");
    }

    // Custom attributes of user pools: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
    [Fact]
    public void Rule_for_a_custom_attribute_without_its_prefix_is_reported_with_the_right_claim()
    {
        var roles = WithRules(AmbiguousRoleResolutionType.Deny, Rule("tier", MappingRuleMatchType.Equal, "gold"));
        var diagnosis = SignInDiagnosis.Create(PoolId, Login(""","custom:tier":"gold" """), Options with { Roles = roles });

        Assert.Equal("no claim tier, but custom:tier", diagnosis.Findings[0].Found);
        Assert.Equal("No match: the token does not have the claim, but custom:tier.", diagnosis.RoleChoice!.Rules[0].Explanation);
    }

    private static SignInDiagnosis Diagnose(string? code, string? message) =>
        SignInDiagnosis.Create(PoolId, Login(), Options with { ErrorCode = code, ErrorMessage = message });
}
