using System.Text.Json;
using CognitoIdentity.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace CognitoIdentity.Testing.Tests.Operations;

/// <summary>Behavior of the real service that captures, public reports or other clients' tests report.</summary>
public class ServiceBehaviorTests
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";

    private static readonly string[] LoginKeys =
    [
        "cognito-identity.amazonaws.com", "cognito-identity.cn-north-1.amazonaws.com.cn", "cognito-identity-us-gov.amazonaws.com",
        "cognito-identity.us-gov-east-1.amazonaws.com",
    ];

    [Fact]
    public async Task Pool_without_tags_has_an_empty_map_of_them()
    {
        await using var service = await TestEmulator.StartAsync();
        var created =
            await service.CallAsync("CreateIdentityPool", """{"IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":true}""");
        Assert.Contains("\"IdentityPoolTags\":{}", created.Ok().Body, StringComparison.Ordinal);
        Assert.Equal(
            ["AllowUnauthenticatedIdentities", "IdentityPoolId", "IdentityPoolName", "IdentityPoolTags"],
            created.Json.EnumerateObject().Select(member => member.Name).Order());
    }

    /// <summary>
    /// The calls of the Terraform provider (hashicorp/terraform-provider-aws, internal/service/cognitoidentity/pool.go) for a new pool, a
    /// changed setting, changed tags and the end. An update sends every member, empty or not, except the developer provider and the tags:
    /// an emulator that then loses the developer provider makes it plan to replace the pool.
    /// </summary>
    [Fact]
    public async Task Update_of_one_setting_as_terraform_sends_it_keeps_developer_provider_and_tags()
    {
        await using var service = await TestEmulator.StartAsync();
        var created = await service.CallAsync(
            "CreateIdentityPool",
            """
            {"IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":false,"AllowClassicFlow":false,"DeveloperProviderName":"login.dev",
            "IdentityPoolTags":{"team":"blue"}}
            """);
        var pool = created.Ok().Text("IdentityPoolId");
        var described = await DescribeAsync(service, pool);
        Assert.Equal(created.Body, described.Body);

        var updated = await service.CallAsync(
            "UpdateIdentityPool",
            $$"""
            {"IdentityPoolId":"{{pool}}","IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":true,"AllowClassicFlow":false,
            "CognitoIdentityProviders":[],"SupportedLoginProviders":{},"OpenIdConnectProviderARNs":[],"SamlProviderARNs":[]}
            """);
        foreach (var response in new[] { updated.Ok(), await DescribeAsync(service, pool) })
        {
            Assert.True(response.Json.GetProperty("AllowUnauthenticatedIdentities").GetBoolean());
            Assert.Equal("login.dev", response.Text("DeveloperProviderName"));
            Assert.Equal("""{"team":"blue"}""", response.Json.GetProperty("IdentityPoolTags").GetRawText());
        }

        (await service.DeveloperTokenAsync(pool, """{"login.dev":"one"}""")).Ok();

        var arn = $"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{pool}";
        (await service.CallAsync("UntagResource", $$"""{"ResourceArn":"{{arn}}","TagKeys":["team"]}""")).Ok();
        (await service.CallAsync("TagResource", $$$"""{"ResourceArn":"{{{arn}}}","Tags":{"stage":"test"}}""")).Ok();
        Assert.Equal(
            """{"stage":"test"}""", (await DescribeAsync(service, pool)).Json.GetProperty("IdentityPoolTags").GetRawText());

        (await service.CallAsync("DeleteIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""")).Ok();
        var gone = await service.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""");
        gone.IsError("ResourceNotFoundException", $"IdentityPool '{pool}' not found.");
    }

    [Fact]
    public async Task Update_with_an_empty_map_of_tags_removes_them()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync("\"IdentityPoolTags\":{\"team\":\"blue\"}");
        var updated = await service.CallAsync(
            "UpdateIdentityPool",
            $$$"""{"IdentityPoolId":"{{{pool}}}","IdentityPoolName":"P","AllowUnauthenticatedIdentities":false,"IdentityPoolTags":{}}""");
        Assert.Equal("{}", updated.Ok().Json.GetProperty("IdentityPoolTags").GetRawText());
    }

    [Fact]
    public async Task User_pool_without_a_token_check_has_it_off_after_an_update_too()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync($$"""
            "CognitoIdentityProviders":[{"ProviderName":"{{UserPool}}","ClientId":"client","ServerSideTokenCheck":true}]
            """);
        var updated = await service.CallAsync(
            "UpdateIdentityPool",
            $$"""
            {"IdentityPoolId":"{{pool}}","IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":true,
            "CognitoIdentityProviders":[{"ProviderName":"{{UserPool}}","ClientId":"client"}]}
            """);
        foreach (var response in new[] { updated.Ok(), await DescribeAsync(service, pool) })
        {
            Assert.False(response.Json.GetProperty("CognitoIdentityProviders")[0].GetProperty("ServerSideTokenCheck").GetBoolean());
        }
    }

    [Theory]
    [InlineData("pool")]
    [InlineData("cognito-idp.us-east-1.amazonaws.com")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789")]
    [InlineData("us-east-1_123456789")]
    [InlineData("localhost:9229/local_abc")]
    public async Task User_pool_of_another_form_is_refused(string name)
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync(
            "CreateIdentityPool",
            $$"""{"IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":true,"CognitoIdentityProviders":[{"ProviderName":"{{name}}","ClientId":"c"}]}""");
        response.IsError("InvalidParameterException", "Invalid Cognito Identity Provider");
    }

    [Theory]
    [InlineData("OpenIdConnectProviderARNs", "arn:aws:iam::123456789012:saml-provider/example")]
    [InlineData("OpenIdConnectProviderARNs", "arn:aws:cognito-idp::123456789012:oidc-provider/login.example.com")]
    [InlineData("OpenIdConnectProviderARNs", "arn:aws:iam::999999999999:oidc-provider/login.example.com")]
    [InlineData("OpenIdConnectProviderARNs", "https://login.example.com/tenant")]
    [InlineData("SamlProviderARNs", "arn:aws:iam::123456789012:oidc-provider/login.example.com")]
    [InlineData("SamlProviderARNs", "arn:aws-cn:iam::123456789012:saml-provider/example")]
    public async Task Provider_arn_of_another_service_or_account_is_refused(string member, string arn)
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync(
            "CreateIdentityPool", $$"""{"IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":true,"{{member}}":["{{arn}}"]}""");
        response.IsError("InvalidParameterException", $"Identity provider {arn} is not valid for account 123456789012");
    }

    [Theory]
    [InlineData("arn:aws:iam::999999999999:role/guest")]
    [InlineData("arn:aws-cn:iam::123456789012:role/guest")]
    [InlineData("arn:aws:iam::123456789012:user/guest")]
    [InlineData("this is no ARN but long enough")]
    public async Task Role_that_the_pool_may_not_assume_is_forbidden_when_credentials_are_asked_for(string role)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync();
        (await service.CallAsync(
            "SetIdentityPoolRoles", $$$"""{"IdentityPoolId":"{{{pool}}}","Roles":{"unauthenticated":"{{{role}}}"}}""")).Ok();
        var guest = await service.GetIdAsync(pool);
        (await service.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{guest}}"}"""))
            .IsError("NotAuthorizedException", $"Access to Role '{role}' is forbidden.");
    }

    [Fact]
    public async Task Saml_login_is_refused_in_the_basic_flow()
    {
        const string Saml = "arn:aws:iam::123456789012:saml-provider/example";
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync($"\"SamlProviderARNs\":[\"{Saml}\"]");
        var id = await service.GetIdAsync(pool, $$"""{"{{Saml}}":"assertion"}""");
        (await service.CallAsync("GetOpenIdToken", $$$"""{"IdentityId":"{{{id}}}","Logins":{"{{{Saml}}}":"assertion"}}"""))
            .IsError("InvalidParameterException", "Basic (classic) flow is not supported with SAML, please use enhanced flow.");
    }

    [Theory]
    [InlineData("tenant.auth0.com", "tenant.auth0.com/")]
    [InlineData("tenant.auth0.com/", "tenant.auth0.com")]
    [InlineData("tenant.auth0.com/", "tenant.auth0.com/")]
    public async Task Issuer_with_a_slash_at_its_end_is_known_in_both_spellings(string inArn, string inLogins)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync($"\"OpenIdConnectProviderARNs\":[\"arn:aws:iam::123456789012:oidc-provider/{inArn}\"]");
        var token = JwtKey.Provider.Sign("https://tenant.auth0.com/", "app", "alice", service.Now);
        var id = await service.GetIdAsync(pool, $$"""{"{{inLogins}}":"{{token}}"}""");
        Assert.Equal(id, await service.GetIdAsync(pool, $$"""{"{{inArn}}":"{{token}}"}"""));
        Assert.Equal(id, await service.GetIdAsync(pool, $$"""{"{{Logins.FromJwt(token, service.Time).Single().Key}}":"{{token}}"}"""));
    }

    [Fact]
    public async Task Text_as_token_of_a_user_pool_with_one_client_gets_that_clients_role()
    {
        const string Role = "arn:aws:iam::123456789012:role/authenticated";
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync($$"""
            "CognitoIdentityProviders":[{"ProviderName":"{{UserPool}}","ClientId":"client"}]
            """);
        (await service.CallAsync(
            "SetIdentityPoolRoles",
            $$$$"""{"IdentityPoolId":"{{{{pool}}}}","Roles":{"authenticated":"{{{{Role}}}}"},"RoleMappings":{"{{{{UserPool}}}}:client":{"Type":"Token","AmbiguousRoleResolution":"Deny"}}}""")).Ok();
        var logins = $$"""{"{{UserPool}}":"alice"}""";
        var id = await service.GetIdAsync(pool, logins);
        (await service.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{id}}","Logins":{{logins}}}"""))
            .IsError("NotAuthorizedException", $"The ambiguous role mapping rules for: {UserPool} denied this request.");
    }

    [Theory]
    [InlineData("us-east-1", "cognito-identity.amazonaws.com")]
    [InlineData("cn-north-1", "cognito-identity.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "cognito-identity-us-gov.amazonaws.com")]
    [InlineData("us-gov-east-1", "cognito-identity.us-gov-east-1.amazonaws.com")]
    public async Task Developer_token_goes_by_the_login_key_of_its_partition(string region, string key)
    {
        await using var service = await TestEmulator.StartAsync(options => options.Regions = [region]);
        var pool = service.Emulator.Seed(new() { DeveloperProviderName = "login.dev" });
        var token = await service.CallAsync(
            "GetOpenIdTokenForDeveloperIdentity",
            $$$"""{"IdentityPoolId":"{{{pool}}}","Logins":{"login.dev":"one"}}""",
            new RequestSigner(Region: region));
        var identity = token.Ok().Text("IdentityId");
        Assert.Equal($"https://{key}", Claim(token.Text("Token"), "iss"));

        (await service.CallAsync(
            "GetCredentialsForIdentity", $$$"""{"IdentityId":"{{{identity}}}","Logins":{"{{{key}}}":"{{{token.Text("Token")}}}"}}""")).Ok();
        foreach (var other in LoginKeys.Where(other => other != key))
        {
            var refused = await service.CallAsync(
                "GetCredentialsForIdentity", $$$"""{"IdentityId":"{{{identity}}}","Logins":{"{{{other}}}":"{{{token.Text("Token")}}}"}}""");
            refused.IsError("NotAuthorizedException", "Invalid login token. Issuer doesn't match providerName");
        }

        (await service.CallAsync(
            "GetOpenIdToken", $$$"""{"IdentityId":"{{{identity}}}","Logins":{"{{{key}}}":"{{{token.Text("Token")}}}"}}"""))
            .IsError("NotAuthorizedException", "Invalid login token. Can't pass in a Cognito token.");
    }

    [Theory]
    [InlineData("eu-central-1", "cognito-identity.amazonaws.com")]
    [InlineData("cn-northwest-1", "cognito-identity.cn-northwest-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "cognito-identity-us-gov.amazonaws.com")]
    [InlineData("us-gov-east-1", "cognito-identity.us-gov-east-1.amazonaws.com")]
    public async Task Token_of_the_basic_flow_names_the_issuer_of_its_partition(string region, string key)
    {
        await using var service = await TestEmulator.StartAsync(options => options.Regions = [region]);
        var guest = await service.GetIdAsync(service.Emulator.Seed(new()));
        var token = (await service.CallAsync("GetOpenIdToken", $$"""{"IdentityId":"{{guest}}"}""")).Ok().Text("Token");
        Assert.Equal($"https://{key}", Claim(token, "iss"));
    }

    [Theory]
    [InlineData("us-east-1:00000000-0000-4000-8000-00000000abcd")]
    [InlineData("00000000-0000-4000-8000-00000000abcd")]
    public async Task Tag_chooses_the_id_of_a_new_pool_as_in_localstack(string value)
    {
        await using var service = await TestEmulator.StartAsync();
        var tags = $$"""
            "IdentityPoolTags":{"_custom_id_":"{{value}}"}
            """;
        Assert.Equal("us-east-1:00000000-0000-4000-8000-00000000abcd", await service.CreatePoolAsync(tags));
        var again = await service.CallAsync(
            "CreateIdentityPool", $$"""{"IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":true,{{tags}}}""");
        Assert.Equal("ResourceConflictException", again.ErrorCode);
    }

    [Theory]
    [InlineData("eu-west-1:0")]
    [InlineData("my pool")]
    [InlineData("")]
    public async Task Tag_with_a_text_that_cannot_be_an_id_is_refused(string value)
    {
        await using var service = await TestEmulator.StartAsync();
        var response = await service.CallAsync(
            "CreateIdentityPool",
            $$$"""{"IdentityPoolName":"Pool","AllowUnauthenticatedIdentities":true,"IdentityPoolTags":{"_custom_id_":"{{{value}}}"}}""");
        Assert.Equal("InvalidParameterException", response.ErrorCode);
    }

    private static string? Claim(string token, string name) =>
        JsonDocument.Parse(Base64UrlEncoder.Decode(token.Split('.')[1])).RootElement.GetProperty(name).GetString();

    private static async Task<EmulatorResponse> DescribeAsync(TestEmulator service, string pool) =>
        (await service.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""")).Ok();
}
