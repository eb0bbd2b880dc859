using CognitoIdentity.Tests.Operations;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Serialization;

/// <summary>Nulls inside responses: no caller may meet one where the type has none.</summary>
public sealed class NullTests
{
    [Fact]
    public async Task Null_inside_a_list_is_dropped()
    {
        using var client = ScriptedHandler.Responding(
            """{ "Identities": [null, { "Logins": [null, "graph.facebook.com"] }, null] }""").CreateClient();

        var response = await client.ListIdentitiesAsync(new() { IdentityPoolId = Example.PoolId, MaxResults = 60 });

        Assert.Equal(["graph.facebook.com"], Assert.Single(response.Identities).Logins);
    }

    [Fact]
    public async Task Null_inside_a_map_is_dropped()
    {
        var response = await GetRolesAsync(
            """{ "RoleMappings": { "a": null, "b": { "Type": "Token" } }, "Roles": { "authenticated": null, "other": "role" } }""");

        Assert.Equal("b", Assert.Single(response.RoleMappings).Key);
        Assert.Equal(new("other", "role"), Assert.Single(response.Roles));
    }

    [Fact]
    public async Task Null_inside_a_list_of_an_element_is_dropped()
    {
        var response = await GetRolesAsync(
            """{ "RoleMappings": { "a": { "Type": "Rules", "RulesConfiguration": { "Rules": [null] } } } }""");

        Assert.Empty(response.RoleMappings["a"].RulesConfiguration!.Rules);
    }

    [Fact]
    public async Task Null_for_a_collection_is_an_empty_one()
    {
        var response = await GetRolesAsync("""{ "RoleMappings": null, "Roles": null }""");

        Assert.Empty(response.RoleMappings);
        Assert.Empty(response.Roles);
    }

    [Fact]
    public async Task Null_for_a_member_of_an_element_is_absent()
    {
        using var client = ScriptedHandler.Responding(
            """{ "IdentityPools": [{ "IdentityPoolId": null, "IdentityPoolName": null }], "NextToken": null }""").CreateClient();

        var response = await client.ListIdentityPoolsAsync(new() { MaxResults = 60 });

        Assert.Equal(new IdentityPoolShortDescription(), Assert.Single(response.IdentityPools));
        Assert.Null(response.NextToken);
    }

    private static async Task<GetIdentityPoolRolesResponse> GetRolesAsync(string body)
    {
        using var client = ScriptedHandler.Responding(body).CreateClient();
        return await client.GetIdentityPoolRolesAsync(new() { IdentityPoolId = Example.PoolId });
    }
}
