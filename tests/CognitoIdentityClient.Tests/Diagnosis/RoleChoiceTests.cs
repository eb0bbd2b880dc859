using CognitoIdentity.Tests.Operations;
using static CognitoIdentity.Tests.Diagnosis.DiagnosisTestData;

namespace CognitoIdentity.Tests.Diagnosis;

/// <summary>The steps of the role's choice, member by member.</summary>
public sealed class RoleChoiceTests
{
    private const string Mapping = $"{Example.UserPool}:{Example.ClientId}";

    private static readonly AmbiguousRoleResolutionType Deny = AmbiguousRoleResolutionType.Deny;
    private static readonly AmbiguousRoleResolutionType Fallback = AmbiguousRoleResolutionType.AuthenticatedRole;

    [Fact]
    public void Choice_of_the_default_role_has_no_mapping()
    {
        var choice = Choose(Login(), Roles);

        Assert.Equal(
            new()
            {
                RoleArn = UserRole,
                Explanation = "No role mapping is for this login, and a signed-in user gets the pool's role for \"authenticated\".",
            },
            choice);
    }

    [Fact]
    public void Choice_is_ambiguous_and_denied_when_no_rule_matches()
    {
        var choice = Choose(Login(), WithRules(Deny, Rule("tier", MappingRuleMatchType.Equal, "gold")));

        Assert.True(choice.IsAmbiguous);
        Assert.Null(choice.RoleArn);
        Assert.Equal((Mapping, RoleMappingType.Rules, Deny), (choice.MappingKey, choice.MappingType, choice.AmbiguousRoleResolution));
        Assert.Equal("The choice is ambiguous, because no rule matches the token, and the mapping says Deny.", choice.Explanation);
        var rule = Assert.Single(choice.Rules);
        Assert.Equal((0, (bool?)false, null), (rule.Index, rule.IsMatch, rule.ClaimValue));
        Assert.Equal(Rule("tier", MappingRuleMatchType.Equal, "gold"), rule.Rule);
        Assert.Equal("No match: the token does not have the claim.", rule.Explanation);
    }

    [Fact]
    public void Choice_is_ambiguous_and_falls_back_to_the_default_role()
    {
        var choice = Choose(Login(), WithRules(Fallback, Rule("tier", MappingRuleMatchType.Equal, "gold")));

        Assert.True(choice.IsAmbiguous);
        Assert.Equal((UserRole, Fallback), (choice.RoleArn, choice.AmbiguousRoleResolution));
        Assert.Equal(
            "The choice is ambiguous, because no rule matches the token, and the mapping gives the pool's role for \"authenticated\".",
            choice.Explanation);
    }

    [Theory]
    [InlineData("", "the token has no roles", 0)]
    [InlineData($",\"cognito:roles\":[\"{AdminRole}\",\"{UserRole}\"]", "the token has several roles and prefers none", 2)]
    public void Choice_by_token_is_ambiguous_without_one_role(string claims, string why, int count)
    {
        var choice = Choose(Login(claims), ByToken(Deny));

        Assert.True(choice.IsAmbiguous);
        Assert.Null(choice.RoleArn);
        Assert.Null(choice.PreferredRole);
        Assert.Equal(count, choice.TokenRoles.Count);
        Assert.Empty(choice.Rules);
        Assert.Equal((Mapping, RoleMappingType.Token, Deny), (choice.MappingKey, choice.MappingType, choice.AmbiguousRoleResolution));
        Assert.Equal($"The choice is ambiguous, because {why}, and the mapping says Deny.", choice.Explanation);
    }

    [Fact]
    public void Choice_by_token_is_the_preferred_role()
    {
        var choice = Choose(
            Login($",\"cognito:roles\":[\"{AdminRole}\",\"{UserRole}\"],\"cognito:preferred_role\":\"{AdminRole}\""), ByToken(Deny));

        Assert.False(choice.IsAmbiguous);
        Assert.Equal((AdminRole, AdminRole), (choice.RoleArn, choice.PreferredRole));
        Assert.Equal([AdminRole, UserRole], choice.TokenRoles);
        Assert.Equal("It is the token's claim cognito:preferred_role.", choice.Explanation);
    }

    [Fact]
    public void Choice_by_token_is_the_only_role()
    {
        var choice = Choose(Login($",\"cognito:roles\":[\"{AdminRole}\"]"), ByToken(Deny));

        Assert.Equal((AdminRole, false), (choice.RoleArn, choice.IsAmbiguous));
        Assert.Equal("It is the only role in the token's claim cognito:roles.", choice.Explanation);
    }

    [Fact]
    public void Custom_role_of_the_token_is_chosen_and_another_one_is_refused()
    {
        var login = Login($",\"cognito:roles\":[\"{AdminRole}\",\"{UserRole}\"]");

        Assert.Equal(AdminRole, Choose(login, ByToken(Deny), AdminRole).RoleArn);
        var refused = SignInDiagnosis.Create(PoolId, login, Options with { Roles = ByToken(Deny), CustomRoleArn = GuestRole });
        Assert.Null(refused.RoleChoice!.RoleArn);
        Assert.False(refused.RoleChoice.IsAmbiguous);
        Assert.Equal(
            "CustomRoleArn is refused. The token's claim cognito:roles does not have it.", refused.RoleChoice.Explanation);
        var finding = Assert.Single(refused.Findings);
        Assert.Equal(("custom-role-not-allowed", "Request.CustomRoleArn"), (finding.Code, finding.Path));
        Assert.Equal(($"\"{GuestRole}\"", $"one of \"{AdminRole}\", \"{UserRole}\""), (finding.Found, finding.Expected));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Custom_role_is_refused_without_a_mapping_by_token(bool hasRules)
    {
        var roles = hasRules ? WithRules(Fallback, Rule("sub", MappingRuleMatchType.Equal, "user-1")) : Roles;
        var choice = Choose(Login($",\"cognito:roles\":[\"{AdminRole}\"]"), roles, AdminRole);

        Assert.Null(choice.RoleArn);
        Assert.Equal(hasRules ? Mapping : null, choice.MappingKey);
        Assert.Equal(
            hasRules
                ? "CustomRoleArn is refused. Rules choose the role, so CustomRoleArn cannot."
                : "CustomRoleArn is refused. No role mapping is for this login, so no token may name a role.",
            choice.Explanation);
    }

    // Values of claims are as the API reference compares them:
    // https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MappingRule.html
    [Theory]
    [InlineData("Equals", "user-1", true, "Match: the claim equals the rule's value.")]
    [InlineData("Equals", "User-1", false, "No match: the claim does not equal the rule's value. They differ in the case of letters.")]
    [InlineData("Contains", "ser", true, "Match: the claim contains the rule's value.")]
    [InlineData("Contains", "admin", false, "No match: the claim does not contain the rule's value.")]
    [InlineData("StartsWith", "user", true, "Match: the claim starts with the rule's value.")]
    [InlineData("StartsWith", "1", false, "No match: the claim does not start with the rule's value.")]
    [InlineData("NotEqual", "user-2", true, "Match: the claim is not the rule's value.")]
    [InlineData("NotEqual", "user-1", false, "No match: the claim is the rule's value.")]
    public void Rule_says_how_the_comparison_ended(string type, string value, bool isMatch, string explanation)
    {
        var rule = Assert.Single(Choose(Login(), WithRules(Deny, Rule("sub", type, value))).Rules);

        Assert.Equal((isMatch, "user-1", explanation), (rule.IsMatch!.Value, rule.ClaimValue, rule.Explanation));
    }

    [Fact]
    public void Choice_is_in_the_report_with_its_rules()
    {
        var roles = WithRules(Deny, Rule("tier", MappingRuleMatchType.Equal, "gold"), Rule("sub", MappingRuleMatchType.Equal, "user-1"));
        var text = SignInDiagnosis.Create(PoolId, Login(), Options with { Roles = roles }).ToString();

        Assert.Contains(
            $"""
            Role
              - {AdminRole}: Rule 1 is the first that matches.
              - role mapping: {Mapping}, type Rules, ambiguous: Deny
              - rule 0: tier Equals "gold" gives {AdminRole}
                  No match: the token does not have the claim.
              - rule 1: sub Equals "user-1" gives {AdminRole}
                  Match: the claim equals the rule's value. The claim is "user-1".

            """,
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Choice_of_the_token_is_in_the_report_with_its_roles()
    {
        var text = SignInDiagnosis.Create(
            PoolId,
            Login($",\"cognito:roles\":[\"{AdminRole}\",\"{UserRole}\"],\"cognito:preferred_role\":\"{AdminRole}\""),
            Options with { Roles = ByToken(Deny) }).ToString();

        Assert.Contains($"  - cognito:roles: \"{AdminRole}\", \"{UserRole}\"\n", text, StringComparison.Ordinal);
        Assert.Contains($"  - cognito:preferred_role: \"{AdminRole}\"\n", text, StringComparison.Ordinal);
    }

    private static GetIdentityPoolRolesResponse ByToken(AmbiguousRoleResolutionType resolution) => Roles with
    {
        RoleMappings = new Dictionary<string, RoleMapping>
        {
            [Mapping] = new() { Type = RoleMappingType.Token, AmbiguousRoleResolution = resolution },
        },
    };

    private static RoleChoice Choose(
        Dictionary<string, string> logins, GetIdentityPoolRolesResponse roles, string? customRole = null) =>
        SignInDiagnosis.Create(PoolId, logins, Options with { Roles = roles, CustomRoleArn = customRole }).RoleChoice!;
}
