using CognitoIdentity.Tests.Operations;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The weight and the reason of what a diagnosis finds in a pool, and its place.</summary>
public sealed class PoolFindingTests
{
    private const string Mapping = $"{Example.UserPool}:{Example.ClientId}";
    private const string MappingPath = $"Roles.RoleMappings[\"{Mapping}\"]";
    private const string OtherAccount = "arn:aws:iam::210987654321:role/Other";

    private static readonly RoleMapping NoRules =
        new() { Type = RoleMappingType.Rules, AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny };

    private static readonly IdentityPool WithGuests = Pool with { AllowUnauthenticatedIdentities = true };

    private static readonly GetIdentityPoolRolesResponse BothRoles = Roles with
    {
        Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = UserRole, [RoleType.Unauthenticated] = GuestRole },
    };

    // A pool, its roles, and the one finding: its code, weight, reason and place. An error is what makes a sign-in fail, a warning may fail
    // or opens more than was meant, and an info works.
    public static TheoryData<string, string, string?, string, IdentityPool, GetIdentityPoolRolesResponse> Findings => new()
    {
        {
            "guests-without-role", "Error", "RolesNotAssigned", "Roles.Roles[\"unauthenticated\"]", WithGuests, Roles
        },
        {
            "users-without-role", "Error", "RolesNotAssigned", "Roles.Roles[\"authenticated\"]",
            Pool, Roles with { Roles = new Dictionary<RoleType, string>() }
        },
        {
            "pool-lets-nobody-in", "Error", "NoProvidersConfigured", "IdentityPool",
            Pool with { CognitoIdentityProviders = [], SupportedLoginProviders = new Dictionary<string, string>() }, Roles
        },
        { "guest-role-unused", "Info", null, "Roles.Roles[\"unauthenticated\"]", Pool, BothRoles },
        {
            "one-role-for-both", "Warning", null, "Roles.Roles",
            WithGuests,
            Roles with
            {
                Roles = new Dictionary<RoleType, string> { [RoleType.Authenticated] = UserRole, [RoleType.Unauthenticated] = UserRole },
            }
        },
        {
            "pool-provider-name", "Warning", "UnsupportedProvider", "IdentityPool.CognitoIdentityProviders[0].ProviderName",
            Pool with
            {
                CognitoIdentityProviders = [new() { ProviderName = "cognito-idp.us-west-2.amazonaws.com/us-east-1_1", ClientId = "a" }],
            },
            Roles
        },
        {
            "provider-without-audience", "Warning", "UnsupportedProvider", "IdentityPool.CognitoIdentityProviders[0].ClientId",
            Pool with { CognitoIdentityProviders = [new() { ProviderName = Example.UserPool }] }, Roles
        },
        {
            "provider-without-audience", "Warning", "UnsupportedProvider", "IdentityPool.SupportedLoginProviders[\"accounts.google.com\"]",
            Pool with { SupportedLoginProviders = new Dictionary<string, string> { ["accounts.google.com"] = " " } }, Roles
        },
        {
            "social-provider-unknown", "Warning", null, "IdentityPool.SupportedLoginProviders[\"facebook\"]",
            Pool with { SupportedLoginProviders = new Dictionary<string, string> { ["facebook"] = "1" } }, Roles
        },
        {
            "iam-provider-arn", "Warning", "ProviderOfAnotherAccount", "IdentityPool.SamlProviderARNs[0]",
            Pool with { SamlProviderARNs = ["arn:aws-cn:iam::123456789012:saml-provider/Example"] }, Roles
        },
        {
            "accounts-differ", "Warning", "RoleForbidden", "Roles",
            Pool, WithRules(AmbiguousRoleResolutionType.Deny, Rule("tier", MappingRuleMatchType.Equal, "gold", OtherAccount))
        },
        {
            "several-apps", "Info", null, "IdentityPool.CognitoIdentityProviders",
            Pool with
            {
                CognitoIdentityProviders =
                    [new() { ProviderName = Example.UserPool, ClientId = "a" }, new() { ProviderName = Example.UserPool, ClientId = "b" }],
            },
            Roles
        },
        { "classic-flow-open", "Warning", null, "IdentityPool.AllowClassicFlow", Pool with { AllowClassicFlow = true }, Roles },
        { "classic-flow-unset", "Info", null, "IdentityPool.AllowClassicFlow", Pool with { AllowClassicFlow = null }, Roles },
        {
            "classic-flow-useless", "Info", null, "IdentityPool.AllowClassicFlow",
            Pool with { AllowClassicFlow = true }, WithMapping(Mapping, new() { Type = RoleMappingType.Token })
        },
        {
            "guests-beside-mappings", "Warning", null, "IdentityPool.AllowUnauthenticatedIdentities",
            WithGuests, BothRoles with { RoleMappings = WithMapping(Mapping, new() { Type = RoleMappingType.Token }).RoleMappings }
        },
        {
            "mapping-for-unknown-provider", "Warning", "InvalidRoleMappingProvider", "Roles.RoleMappings[\"www.amazon.com\"]",
            Pool, WithMapping("www.amazon.com", WithRule("tier", "Equals", "gold"))
        },
        {
            "mapping-for-unknown-client", "Warning", "InvalidRoleMappingProvider", $"Roles.RoleMappings[\"{Example.UserPool}:other\"]",
            Pool, WithMapping($"{Example.UserPool}:other", WithRule("tier", "Equals", "gold"))
        },
        {
            "token-mapping-without-roles", "Warning", "RoleMappingDenied", "Roles.RoleMappings[\"accounts.google.com\"].Type",
            Pool, WithMapping("accounts.google.com", new() { Type = RoleMappingType.Token })
        },
        {
            "mapping-without-rules", "Warning", "RoleMappingDenied", $"{MappingPath}.RulesConfiguration.Rules",
            Pool, WithMapping(Mapping, NoRules)
        },
        {
            "rule-never-matches", "Warning", "RoleMappingDenied", $"{MappingPath}.RulesConfiguration.Rules[0]",
            Pool, WithMapping(Mapping, WithRule("token_use", "Equals", "access"))
        },
        {
            "rule-unreachable", "Warning", null, $"{MappingPath}.RulesConfiguration.Rules[1]",
            Pool, WithRules(AmbiguousRoleResolutionType.Deny, Rule("a", "Contains", "b"), Rule("a", "Equals", "abc"))
        },
    };

    [Theory]
    [MemberData(nameof(Findings))]
    public void Finding_has_its_weight_its_reason_and_its_place(
        string code, string severity, string? reason, string path, IdentityPool pool, GetIdentityPoolRolesResponse roles)
    {
        var finding = Assert.Single(IdentityPoolDiagnosis.Create(pool, roles).Findings);

        Assert.Equal(
            (code, severity, reason, path), (finding.Code, finding.Severity.ToString(), finding.Reason?.Value, finding.Path));
        Assert.All((string[])[finding.Summary, finding.Advice], text => Assert.EndsWith(".", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("arn:aws:iam::210987654321:role/Other", "role-other-account", "arn:aws:iam::123456789012:role/…")]
    [InlineData("arn:aws-us-gov:iam::123456789012:role/Other", "role-other-partition", "arn:aws:iam::…")]
    [InlineData("Other, the role of the rule", "role-not-an-arn", "arn:PARTITION:iam::ACCOUNT:role/NAME")]
    public void Role_of_a_rule_is_checked_as_the_default_roles_are(string role, string code, string expected)
    {
        var roles = WithRules(
            AmbiguousRoleResolutionType.Deny,
            Rule("tier", MappingRuleMatchType.Equal, "gold"),
            Rule("tier", MappingRuleMatchType.Equal, "silver", role));
        var diagnosis = IdentityPoolDiagnosis.Create(Pool, roles, new() { AccountId = "123456789012" });

        var finding = Assert.Single(diagnosis.Findings);
        Assert.Equal((code, $"{MappingPath}.RulesConfiguration.Rules[1].RoleARN"), (finding.Code, finding.Path));
        Assert.Equal((FindingSeverity.Error, ErrorReason.RoleForbidden), (finding.Severity, finding.Reason));
        Assert.Equal(($"\"{role}\"", expected), (finding.Found, finding.Expected));
    }

    // Rules compare a list as its JSON, so a text alone equals none.
    [Theory]
    [InlineData("cognito:groups", "Equals", "admins", true)]
    [InlineData("cognito:roles", "StartsWith", "arn:aws:iam", true)]
    [InlineData("cognito:groups", "Contains", "admins", false)]
    [InlineData("cognito:groups", "NotEqual", "admins", false)]
    [InlineData("cognito:groups", "Equals", "[\"admins\"]", false)]
    [InlineData("custom:groups", "Equals", "admins", false)]
    public void Rule_on_a_list_is_found_when_it_compares_the_whole(string claim, string type, string value, bool isFound)
    {
        var findings = IdentityPoolDiagnosis.Create(Pool, WithMapping(Mapping, WithRule(claim, type, value))).Findings;

        Assert.Equal(isFound ? ["rule-never-matches"] : [], findings.Select(finding => finding.Code));
        Assert.All(findings, finding => Assert.StartsWith("Contains", finding.Expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Findings_come_by_weight()
    {
        var pool = Pool with { AllowUnauthenticatedIdentities = true, AllowClassicFlow = null };
        var roles = WithRules(
            AmbiguousRoleResolutionType.Deny, Rule("a", MappingRuleMatchType.Equal, "b"), Rule("a", MappingRuleMatchType.Equal, "b"));

        Assert.Equal(
            ["Error", "Warning", "Warning", "Info"],
            IdentityPoolDiagnosis.Create(pool, roles).Findings.Select(finding => finding.Severity.ToString()));
    }

    private static RoleMapping WithRule(string claim, string type, string value) =>
        NoRules with { RulesConfiguration = new() { Rules = [Rule(claim, type, value)] } };

    private static GetIdentityPoolRolesResponse WithMapping(string key, RoleMapping mapping) =>
        Roles with { RoleMappings = new Dictionary<string, RoleMapping> { [key] = mapping } };
}
