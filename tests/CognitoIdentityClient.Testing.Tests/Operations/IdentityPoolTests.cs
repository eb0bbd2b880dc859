using System.Text.Json;
using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing.Tests.Operations;

public class IdentityPoolTests
{
    private const string AllMembers =
        """
        "AllowClassicFlow": true,
        "CognitoIdentityProviders": [
          { "ProviderName": "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789", "ClientId": "client", "ServerSideTokenCheck": true },
          { "ProviderName": "cognito-idp.us-east-1.amazonaws.com/us-east-1_987654321", "ServerSideTokenCheck": false }
        ],
        "DeveloperProviderName": "login.dev",
        "IdentityPoolTags": { "équipe": "日本語 😀", "empty": "" },
        "OpenIdConnectProviderARNs": ["arn:aws:iam::123456789012:oidc-provider/login.example.com"],
        "SamlProviderARNs": ["arn:aws:iam::123456789012:saml-provider/example"],
        "SupportedLoginProviders": { "graph.facebook.com": "1" }
        """;

    [Fact]
    public async Task Pool_with_every_member_is_described_with_every_member()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(AllMembers);
        var expected = JsonNode.Parse(
            $$"""{"IdentityPoolId":"{{pool}}","IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":true,{{AllMembers}}}""");
        var described = await service.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""");
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(described.Ok().Body)), described.Body);
    }

    [Fact]
    public async Task Update_resets_what_it_leaves_out_but_keeps_the_developer_provider_and_the_tags()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(AllMembers);
        var updated = await service.CallAsync(
            "UpdateIdentityPool", $$"""{"IdentityPoolId":"{{pool}}","IdentityPoolName":"New","AllowUnauthenticatedIdentities":false}""");
        Assert.Equal(
            ["AllowUnauthenticatedIdentities", "DeveloperProviderName", "IdentityPoolId", "IdentityPoolName", "IdentityPoolTags"],
            updated.Ok().Json.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(updated.Body, (await service.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""")).Body);
    }

    [Fact]
    public async Task Update_to_another_developer_provider_is_refused_and_changes_nothing()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync("\"DeveloperProviderName\":\"login.dev\"");
        var response = await service.CallAsync(
            "UpdateIdentityPool",
            $$"""{"IdentityPoolId":"{{pool}}","IdentityPoolName":"New","AllowUnauthenticatedIdentities":true,"DeveloperProviderName":"login.other"}""");
        Assert.Equal("InvalidParameterException", response.ErrorCode);
        var described = await service.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""");
        Assert.Equal(("Pool", "login.dev"), (described.Text("IdentityPoolName"), described.Text("DeveloperProviderName")));
    }

    [Fact]
    public async Task Deleted_pool_is_gone_with_its_identities()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        var guest = await service.GetIdAsync(pool);
        (await service.CallAsync("DeleteIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""")).Ok();
        (await service.CallAsync("DeleteIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}"""))
            .IsError("ResourceNotFoundException", $"IdentityPool '{pool}' not found.");
        (await service.CallAsync("GetOpenIdToken", $$"""{"IdentityId":"{{guest}}"}"""))
            .IsError("ResourceNotFoundException", $"Identity '{guest}' not found.");
    }

    [Fact]
    public async Task Pool_beyond_the_accounts_quota_is_refused()
    {
        await using var service = await TestEmulator.StartAsync(options => options.MaxIdentityPools = 2);
        var first = await service.CreatePoolAsync();
        await service.CreatePoolAsync();
        const string Third = """{"IdentityPoolName":"Third","AllowUnauthenticatedIdentities":true}""";
        Assert.Equal("LimitExceededException", (await service.CallAsync("CreateIdentityPool", Third)).ErrorCode);
        (await service.CallAsync("DeleteIdentityPool", $$"""{"IdentityPoolId":"{{first}}"}""")).Ok();
        (await service.CallAsync("CreateIdentityPool", Third)).Ok();
    }

    [Fact]
    public async Task Pool_with_more_than_fifty_user_pool_providers_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var providers = string.Join(',', Enumerable.Range(0, 51).Select(i => $$"""{"ProviderName":"pool_{{i}}","ClientId":"c"}"""));
        var response = await service.CallAsync(
            "CreateIdentityPool",
            $$"""{"IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":true,"CognitoIdentityProviders":[{{providers}}]}""");
        Assert.Equal("LimitExceededException", response.ErrorCode);
    }

    [Fact]
    public async Task Tags_are_added_replaced_and_removed_by_arn()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync("\"IdentityPoolTags\":{\"a\":\"1\",\"b\":\"2\"}");
        var arn = $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{pool}";

        Assert.Equal("", (await service.CallAsync("TagResource", $$$"""{"ResourceArn":"{{{arn}}}","Tags":{"b":"3","c":""}}""")).Ok().Body);
        Assert.Equal("", (await service.CallAsync("UntagResource", $$"""{"ResourceArn":"{{arn}}","TagKeys":["a","unknown"]}""")).Ok().Body);

        var tags = (await service.CallAsync("ListTagsForResource", $$"""{"ResourceArn":"{{arn}}"}""")).Ok().Json;
        Assert.Equal("""{"Tags":{"b":"3","c":""}}""", JsonSerializer.Serialize(tags));
    }

    [Fact]
    public async Task Pool_takes_fifty_tags_and_no_more()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        var arn = $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{pool}";
        static string Tags(int from, int count) =>
            "{" + string.Join(',', Enumerable.Range(from, count).Select(i => $"\"k{i}\":\"v\"")) + "}";

        (await service.CallAsync("TagResource", $$$"""{"ResourceArn":"{{{arn}}}","Tags":{{{Tags(0, 50)}}}}""")).Ok();
        Assert.Equal(
            "InvalidParameterException",
            (await service.CallAsync("TagResource", $$$"""{"ResourceArn":"{{{arn}}}","Tags":{{{Tags(49, 2)}}}}""")).ErrorCode);
        var tags = (await service.CallAsync("ListTagsForResource", $$"""{"ResourceArn":"{{arn}}"}""")).Json.GetProperty("Tags");
        Assert.Equal(50, tags.EnumerateObject().Count());
    }

    [Theory]
    [InlineData("arn:aws:cognito-identity:us-east-1:123456789012:identitypool/us-east-1:0", "ResourceNotFoundException")]
    [InlineData("arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_1", "InvalidParameterException")]
    [InlineData("this is no arn at all, though long", "InvalidParameterException")]
    public async Task Tags_of_an_arn_that_names_no_pool_are_refused(string arn, string code)
    {
        await using var service = await TestEmulator.StartAsync();
        Assert.Equal(code, (await service.CallAsync("ListTagsForResource", $$"""{"ResourceArn":"{{arn}}"}""")).ErrorCode);
    }
}
