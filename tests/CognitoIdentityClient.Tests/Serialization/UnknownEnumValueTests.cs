using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Serialization;

/// <summary>The service may learn new values at any time: reading a pool's roles and writing them back must not lose one.</summary>
public sealed class UnknownEnumValueTests
{
    private const string Roles =
        """
        {
          "IdentityPoolId": "us-east-1:177a950c-2c08-43f0-9983-28727b447f80",
          "RoleMappings": {
            "accounts.google.com": {
              "AmbiguousRoleResolution": "AskTheUser",
              "RulesConfiguration": { "Rules": [{ "Claim": "c", "MatchType": "Regex", "RoleARN": "r", "Value": "v" }] },
              "Type": "Script"
            }
          },
          "Roles": { "robot": "arn:aws:iam::123456789012:role/Robot", "": "arn:aws:iam::123456789012:role/Empty" }
        }
        """;

    [Fact]
    public async Task Unknown_values_as_values_and_as_keys_survive_a_round_trip()
    {
        var service = ScriptedHandler.Responding(Roles);
        using var client = service.CreateClient();

        var read = await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = Example.PoolId });
        await client.SetIdentityPoolRolesAsync(
            new() { IdentityPoolId = read.IdentityPoolId!, RoleMappings = read.RoleMappings, Roles = read.Roles });

        Assert.Equal("arn:aws:iam::123456789012:role/Robot", read.Roles["robot"]);
        JsonAssert.Equal(Roles, service.Requests[1].Body);
    }

    [Theory]
    [InlineData("17")]
    [InlineData("true")]
    [InlineData("{}")]
    public async Task Value_that_is_not_text_is_an_error_that_names_the_member(string json)
    {
        using var client = ScriptedHandler.Responding($$"""{ "UnprocessedIdentityIds": [{ "ErrorCode": {{json}} }] }""").CreateClient();

        var error = await Assert.ThrowsAsync<InvalidResponseException>(
            () => client.DeleteIdentitiesAsync(new() { IdentityIdsToDelete = [Example.IdentityId] }));

        Assert.Contains("$.UnprocessedIdentityIds[0].ErrorCode", error.Message, StringComparison.Ordinal);
    }
}
