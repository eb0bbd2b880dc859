using System.Text;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Operations;

/// <summary>The rules that the request bodies of all operations follow.</summary>
public sealed class RequestBodyTests
{
    private readonly ScriptedHandler _service = ScriptedHandler.Responding("");

    [Fact]
    public async Task Request_with_empty_strings_and_collections_sends_them()
    {
        using var client = _service.CreateClient();
        await client.SetIdentityPoolRolesAsync(new()
        {
            IdentityPoolId = "",
            RoleMappings = new Dictionary<string, RoleMapping>
            {
                ["accounts.google.com"] = new() { Type = RoleMappingType.Rules, RulesConfiguration = new() { Rules = [] } },
            },
            Roles = new Dictionary<RoleType, string>(),
        });

        JsonAssert.Equal(
            """
            {
              "IdentityPoolId": "",
              "RoleMappings": { "accounts.google.com": { "Type": "Rules", "RulesConfiguration": { "Rules": [] } } },
              "Roles": {}
            }
            """,
            _service.Requests[0].Body);
    }

    [Fact]
    public async Task Request_with_false_and_zero_sends_them()
    {
        using var client = _service.CreateClient();
        await client.ListIdentitiesAsync(new() { HideDisabled = false, IdentityPoolId = Example.PoolId, MaxResults = 0 });

        JsonAssert.Equal(
            $$"""{ "HideDisabled": false, "IdentityPoolId": "{{Example.PoolId}}", "MaxResults": 0 }""",
            _service.Requests[0].Body);
    }

    [Fact]
    public async Task Request_with_null_members_in_an_element_leaves_them_out()
    {
        using var client = _service.CreateClient();
        await client.SetIdentityPoolRolesAsync(new()
        {
            IdentityPoolId = Example.PoolId,
            RoleMappings = new Dictionary<string, RoleMapping> { ["accounts.google.com"] = new() { Type = RoleMappingType.Token } },
            Roles = GoldenRoles.Defaults,
        });

        JsonAssert.Equal(
            $$"""
            {
              "IdentityPoolId": "{{Example.PoolId}}",
              "RoleMappings": { "accounts.google.com": { "Type": "Token" } },
              "Roles": { "authenticated": "{{Example.AuthenticatedRole}}", "unauthenticated": "{{Example.UnauthenticatedRole}}" }
            }
            """,
            _service.Requests[0].Body);
    }

    [Fact]
    public async Task Request_with_text_beyond_ascii_sends_it_as_utf8()
    {
        using var client = _service.CreateClient();
        await client.TagResourceAsync(new()
        {
            ResourceArn = Example.PoolArn,
            Tags = new Dictionary<string, string> { ["größe"] = "日本 \U0001F600" },
        });

        var body = Encoding.UTF8.GetString(_service.Requests[0].Body);
        Assert.Contains("\"größe\":\"日本 ", body, StringComparison.Ordinal);
        JsonAssert.Equal(
            $$"""{ "ResourceArn": "{{Example.PoolArn}}", "Tags": { "größe": "日本 😀" } }""",
            _service.Requests[0].Body);
    }
}
