using CognitoIdentity.Tests.Operations;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

public sealed class IdentityPoolDiagnosisTests
{
    private const string Mapping = $"{Example.UserPool}:{Example.ClientId}";

    private static readonly RoleMapping ByToken =
        new() { Type = RoleMappingType.Token, AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny };

    [Fact]
    public void Sound_pool_has_no_findings() => Assert.Empty(Codes(Pool, Roles));

    [Fact]
    public void Roles_that_do_not_fit_the_kinds_of_users_are_found()
    {
        var none = Roles with { Roles = new Dictionary<RoleType, string>() };
        var both = Roles with
        {
            Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = UserRole, [RoleType.Unauthenticated] = UserRole },
        };
        var withGuests = Pool with { AllowUnauthenticatedIdentities = true };

        Assert.Equal(["guests-without-role", "users-without-role"], Codes(withGuests, none));
        Assert.Equal(["guest-role-unused"], Codes(Pool, both));
        Assert.Equal(["one-role-for-both"], Codes(withGuests, both));
        Assert.Equal(
            ["pool-lets-nobody-in"], Codes(new() { IdentityPoolId = PoolId, IdentityPoolName = "Pool", AllowClassicFlow = false }, Roles));
    }

    [Theory]
    [InlineData("arn:aws:iam::210987654321:role/User", "role-other-account")]
    [InlineData("arn:aws-cn:iam::123456789012:role/User", "role-other-partition")]
    [InlineData("User, the role of the users", "role-not-an-arn")]
    [InlineData("arn:aws:iam::123456789012:user/User", "role-not-an-arn")]
    public void Role_that_the_pool_cannot_assume_is_found(string role, string code)
    {
        var roles = Roles with { Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = role } };
        var diagnosis = IdentityPoolDiagnosis.Create(Pool, roles, new() { AccountId = "123456789012" });

        Assert.Equal((code, "Roles.Roles[\"authenticated\"]"), (diagnosis.Findings[0].Code, diagnosis.Findings[0].Path));
    }

    [Fact]
    public void Accounts_must_agree_when_the_pools_own_is_unknown() => Assert.Equal(
        ["accounts-differ"],
        Codes(Pool with { OpenIdConnectProviderARNs = ["arn:aws:iam::210987654321:oidc-provider/login.example.com"] }, Roles));

    [Fact]
    public void Providers_that_accept_no_token_are_found()
    {
        var pool = Pool with
        {
            CognitoIdentityProviders =
            [
                new() { ProviderName = "cognito-idp.us-west-2.amazonaws.com/us-east-1_123456789", ClientId = "a" },
                new() { ProviderName = Example.UserPool },
                new() { ProviderName = Example.UserPool, ClientId = "b" },
            ],
            SupportedLoginProviders = new Dictionary<string, string> { ["facebook"] = "1" },
            SamlProviderARNs = ["arn:aws-cn:iam::123456789012:saml-provider/Example"],
        };

        Assert.Equal(
            ["pool-provider-name", "provider-without-audience", "social-provider-unknown", "iam-provider-arn", "several-apps"],
            Codes(pool, Roles));
    }

    [Fact]
    public void Flows_that_contradict_the_mappings_are_found()
    {
        var roles = WithRules(AmbiguousRoleResolutionType.Deny, Rule("a", MappingRuleMatchType.Equal, "b")) with
        {
            Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = UserRole, [RoleType.Unauthenticated] = GuestRole },
        };

        Assert.Equal(
            ["guests-beside-mappings", "classic-flow-useless"],
            Codes(Pool with { AllowUnauthenticatedIdentities = true, AllowClassicFlow = true }, roles));
        Assert.Equal(["classic-flow-open"], Codes(Pool with { AllowClassicFlow = true }, Roles));
        Assert.Equal(["classic-flow-unset"], Codes(Pool with { AllowClassicFlow = null }, Roles));
    }

    [Theory]
    [InlineData("accounts.apple.com", "mapping-for-unknown-provider")]
    [InlineData($"{Example.UserPool}:other", "mapping-for-unknown-client")]
    public void Mapping_that_never_applies_is_found(string key, string code)
    {
        var mapping = new RoleMapping
        {
            Type = RoleMappingType.Rules,
            AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny,
            RulesConfiguration = new() { Rules = [Rule("a", MappingRuleMatchType.Equal, "b")] },
        };

        Assert.Equal([code], Codes(Pool, Roles with { RoleMappings = new Dictionary<string, RoleMapping> { [key] = mapping } }));
    }

    [Fact]
    public void Mapping_by_token_is_found_for_a_provider_without_roles_in_its_tokens() => Assert.Equal(
        ["token-mapping-without-roles"],
        Codes(Pool, Roles with
        {
            RoleMappings = new Dictionary<string, RoleMapping>
            {
                ["accounts.google.com"] = ByToken,
                [Mapping] = ByToken,
            },
        }));

    [Theory]
    [InlineData("Equals", "abc", "Equals", "abc", true)]
    [InlineData("StartsWith", "a", "Equals", "abc", true)]
    [InlineData("Contains", "b", "StartsWith", "abc", true)]
    [InlineData("Contains", "b", "Contains", "abc", true)]
    [InlineData("NotEqual", "x", "Equals", "abc", true)]
    [InlineData("NotEqual", "abc", "Equals", "abc", false)]
    [InlineData("Equals", "abc", "StartsWith", "abc", false)]
    [InlineData("StartsWith", "abc", "StartsWith", "a", false)]
    [InlineData("StartsWith", "abc", "Contains", "abc", false)]
    public void Rule_is_unreachable_when_an_earlier_one_takes_all_that_it_takes(
        string earlier, string earlierValue, string later, string laterValue, bool isUnreachable)
    {
        var roles = WithRules(
            AmbiguousRoleResolutionType.Deny, Rule("claim", earlier, earlierValue), Rule("claim", later, laterValue, UserRole));

        Assert.Equal(isUnreachable ? ["rule-unreachable"] : [], Codes(Pool, roles));
    }

    [Fact]
    public void Rule_is_unreachable_behind_a_value_and_its_opposite()
    {
        var roles = WithRules(
            AmbiguousRoleResolutionType.Deny,
            Rule("claim", MappingRuleMatchType.Equal, "a"),
            Rule("claim", MappingRuleMatchType.NotEqual, "a"),
            Rule("claim", MappingRuleMatchType.Contains, "b"));

        var finding = Assert.Single(IdentityPoolDiagnosis.Create(Pool, roles).Findings);
        Assert.Equal(("rule-unreachable", $"Roles.RoleMappings[\"{Mapping}\"].RulesConfiguration.Rules[2]"), (finding.Code, finding.Path));
    }

    [Fact]
    public void Rule_on_a_fixed_claim_is_found_when_it_can_never_match() => Assert.Equal(
        ["rule-never-matches"],
        Codes(Pool, WithRules(
            AmbiguousRoleResolutionType.Deny,
            Rule("aud", MappingRuleMatchType.Equal, "another-client"),
            Rule("aud", MappingRuleMatchType.Equal, Example.ClientId))));

    private static List<string> Codes(IdentityPool pool, GetIdentityPoolRolesResponse roles) =>
        [.. IdentityPoolDiagnosis.Create(pool, roles).Findings.Select(finding => finding.Code)];
}
