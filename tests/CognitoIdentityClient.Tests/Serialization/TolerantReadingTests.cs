using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Serialization;

/// <summary>Shapes that requests and responses share: what the service leaves out is empty, and does not fail the rest.</summary>
public sealed class TolerantReadingTests
{
    [Theory]
    [InlineData("""{ "AmbiguousRoleResolution": "Deny" }""")]
    [InlineData("""{ "Type": null, "AmbiguousRoleResolution": "Deny", "RulesConfiguration": null }""")]
    public async Task RoleMapping_is_read_when_its_type_is_null_or_missing(string json)
    {
        var mapping = (await ReadAsync(json)).RoleMappings["a"];

        Assert.Equal(default, mapping.Type);
        Assert.Equal(AmbiguousRoleResolutionType.Deny, mapping.AmbiguousRoleResolution);
        Assert.Null(mapping.RulesConfiguration);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "Rules": null }""")]
    public async Task RulesConfiguration_has_no_rules_when_they_are_null_or_missing(string json)
    {
        var mapping = (await ReadAsync($$"""{ "Type": "Rules", "RulesConfiguration": {{json}} }""")).RoleMappings["a"];

        Assert.Empty(mapping.RulesConfiguration!.Rules);
    }

    [Fact]
    public async Task Rule_has_empty_texts_when_its_members_are_null_or_missing()
    {
        var response = await ReadAsync("""
            {
              "Type": "Rules",
              "RulesConfiguration": {
                "Rules": [
                  {},
                  { "Claim": null, "MatchType": null, "RoleARN": null, "Value": null },
                  { "Claim": "c", "MatchType": "Equals", "RoleARN": "r", "Value": "v" }
                ]
              }
            }
            """);

        Assert.Equal(
            [("", default, "", ""), ("", default, "", ""), ("c", MappingRuleMatchType.Equal, "r", "v")],
            response.RoleMappings["a"].RulesConfiguration!.Rules.Select(rule => (rule.Claim, rule.MatchType, rule.RoleARN, rule.Value)));
    }

    // A value that was read with a gap must not be written back as if it were whole.
    [Fact]
    public async Task RoleMapping_without_a_type_is_refused_when_it_is_written()
    {
        var read = await ReadAsync("""{ "AmbiguousRoleResolution": "Deny" }""");
        using var client = new CognitoIdentityClient(
            new() { Region = "us-east-1", Credentials = new TestCredentials() }, ScriptedHandler.Responding("{}"));

        var error = await Assert.ThrowsAsync<RequestValidationException>(() => client.SetIdentityPoolRolesAsync(
            new() { IdentityPoolId = Example.PoolId, RoleMappings = read.RoleMappings, Roles = read.Roles }));

        Assert.Equal("RoleMappings[\"a\"].Type", Assert.Single(error.Violations).Path);
    }

    private static async Task<GetIdentityPoolRolesResponse> ReadAsync(string mapping)
    {
        using var client = ScriptedHandler.Responding($$"""{ "RoleMappings": { "a": {{mapping}} } }""").CreateClient();
        return await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = Example.PoolId });
    }
}
