using System.Text.Json;

namespace CognitoIdentity.Testing.Tests.Operations;

public class DeveloperIdentityTests
{
    private const string Members = "\"DeveloperProviderName\":\"login.dev\",\"SupportedLoginProviders\":{\"graph.facebook.com\":\"1\"}";
    private const string One = """{"login.dev":"one"}""";
    private const string Two = """{"login.dev":"two"}""";
    private const string AliceAtFacebook = """{"graph.facebook.com":"alice"}""";

    [Fact]
    public async Task Developer_token_for_a_new_user_makes_an_identity_and_then_finds_it()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var id = await RegisterAsync(service, pool, One);
        Assert.Equal(id, await RegisterAsync(service, pool, One));
        Assert.NotEqual(id, await RegisterAsync(service, pool, Two));
    }

    [Fact]
    public async Task Developer_token_with_the_id_of_a_guest_links_the_user_to_it()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var guest = await service.GetIdAsync(pool);
        Assert.Equal(guest, (await service.DeveloperTokenAsync(pool, One, guest)).Ok().Text("IdentityId"));
        Assert.Equal(guest, await RegisterAsync(service, pool, One));
    }

    [Fact]
    public async Task Developer_token_for_a_user_of_another_identity_says_it_is_already_registered()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        await RegisterAsync(service, pool, One);
        var guest = await service.GetIdAsync(pool);
        Assert.Equal("DeveloperUserAlreadyRegisteredException", (await service.DeveloperTokenAsync(pool, One, guest)).ErrorCode);
    }

    [Fact]
    public async Task Developer_token_that_links_to_an_identity_with_logins_needs_one_of_them()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var alice = await service.GetIdAsync(pool, AliceAtFacebook);
        (await service.DeveloperTokenAsync(pool, One, alice)).IsError(
            "NotAuthorizedException",
            "Logins don't match. Please include at least one valid login for this identity or identity pool.");
        var both = """{"login.dev":"one","graph.facebook.com":"alice"}""";
        Assert.Equal(alice, (await service.DeveloperTokenAsync(pool, both, alice)).Ok().Text("IdentityId"));
        Assert.Equal(alice, await RegisterAsync(service, pool, One));
    }

    [Theory]
    [InlineData(AliceAtFacebook)]
    [InlineData("""{"login.other":"one"}""")]
    [InlineData("{}")]
    public async Task Developer_token_without_the_developer_provider_is_refused(string logins)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        (await service.DeveloperTokenAsync(pool, logins))
            .IsError("InvalidParameterException", "This identity pool does not support the specified developer provider");
    }

    [Fact]
    public async Task Developer_provider_in_a_public_operation_is_not_a_public_provider()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        (await service.CallAsync("GetId", $$"""{"IdentityPoolId":"{{pool}}","Logins":{{One}}}"""))
            .IsError("InvalidParameterException", "Please provide a valid public provider");
    }

    // Both messages for the developer provider's name are in public code: this one for the developer token, the other one for any text.
    [Theory]
    [InlineData("GetId", "IdentityPoolId")]
    [InlineData("GetCredentialsForIdentity", "IdentityId")]
    public async Task Developer_token_under_the_developer_providers_name_is_refused_as_a_cognito_token(string operation, string member)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var response = (await service.DeveloperTokenAsync(pool, One)).Ok();
        var id = member == "IdentityId" ? response.Text("IdentityId") : pool;
        (await service.CallAsync(operation, $$$"""{"{{{member}}}":"{{{id}}}","Logins":{"login.dev":"{{{response.Text("Token")}}}"}}"""))
            .IsError("NotAuthorizedException", "Invalid login token. Can't pass in a Cognito token.");
    }

    [Fact]
    public async Task Developer_user_counts_once_when_the_pool_lists_an_openid_connect_provider_of_the_same_name()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(
            """
            "DeveloperProviderName":"one.example","OpenIdConnectProviderARNs":["arn:aws:iam::123456789012:oidc-provider/one.example"]
            """);
        var id = await RegisterAsync(service, pool, """{"one.example":"alice","one.example/":"alice"}""");
        Assert.Equal(id, await RegisterAsync(service, pool, """{"one.example":"alice"}"""));
    }

    [Fact]
    public async Task Lookup_of_a_user_gives_its_identity_and_of_an_identity_its_users()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var id = await RegisterAsync(service, pool, Two);
        (await service.DeveloperTokenAsync(pool, """{"login.dev":"one","graph.facebook.com":"alice"}""")).Ok();
        (await MergeAsync(service, pool, "one", "two")).Ok();

        var byUser = (await LookupAsync(service, pool, "\"DeveloperUserIdentifier\":\"one\"")).Ok();
        Assert.Equal((id, "one"), (byUser.Text("IdentityId"), Users(byUser).Single()));
        var byIdentity = (await LookupAsync(service, pool, $"\"IdentityId\":\"{id}\"")).Ok();
        Assert.Equal(["one", "two"], Users(byIdentity));
        var both = (await LookupAsync(service, pool, $"\"IdentityId\":\"{id}\",\"DeveloperUserIdentifier\":\"two\"")).Ok();
        Assert.Equal((id, "two"), (both.Text("IdentityId"), Users(both).Single()));
    }

    [Fact]
    public async Task Lookup_of_an_identity_with_many_users_comes_in_pages()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var id = await RegisterAsync(service, pool, """{"login.dev":"user 1"}""");
        foreach (var number in new[] { 2, 3, 4, 5 })
        {
            await RegisterAsync(service, pool, $$"""{"login.dev":"user {{number}}"}""");
            (await MergeAsync(service, pool, $"user {number}", "user 1")).Ok();
        }

        var users = new List<string>();
        string? token = null;
        do
        {
            var page = (await LookupAsync(
                service, pool, $"\"IdentityId\":\"{id}\",\"MaxResults\":2{(token is null ? "" : $",\"NextToken\":\"{token}\"")}")).Ok();
            Assert.True(Users(page).Count is 1 or 2);
            users.AddRange(Users(page));
            token = page.Json.GetProperty("NextToken").GetString();
        }
        while (token is not null);
        Assert.Equal(["user 1", "user 2", "user 3", "user 4", "user 5"], users);
    }

    [Theory]
    [InlineData("\"DeveloperUserIdentifier\":\"unknown\"", "ResourceNotFoundException")]
    [InlineData("\"IdentityId\":\"us-east-1:0\"", "ResourceNotFoundException")]
    [InlineData("\"MaxResults\":2", "InvalidParameterException")]
    [InlineData("\"IdentityId\":\"us-east-1:0\",\"DeveloperUserIdentifier\":\"one\"", "ResourceConflictException")]
    public async Task Lookup_that_finds_nothing_is_refused(string members, string code)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        await RegisterAsync(service, pool, One);
        Assert.Equal(code, (await LookupAsync(service, pool, members)).ErrorCode);
    }

    [Fact]
    public async Task Merge_moves_the_sources_logins_and_disables_the_sources_identity()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var source = (await service.DeveloperTokenAsync(pool, """{"login.dev":"one","graph.facebook.com":"alice"}""")).Ok()
            .Text("IdentityId");
        var destination = await RegisterAsync(service, pool, Two);

        Assert.Equal(destination, (await MergeAsync(service, pool, "one", "two")).Ok().Text("IdentityId"));

        Assert.Equal(destination, await RegisterAsync(service, pool, One));
        Assert.Equal(destination, await service.GetIdAsync(pool, AliceAtFacebook));
        (await service.CallAsync("GetOpenIdToken", $$"""{"IdentityId":"{{source}}"}"""))
            .IsError("NotAuthorizedException", $"Access to Identity '{source}' is forbidden.");
        (await service.DeveloperTokenAsync(pool, Two, source))
            .IsError("NotAuthorizedException", $"Access to Identity '{source}' is forbidden.");
    }

    [Fact]
    public async Task Merge_of_two_users_of_one_public_provider_is_a_conflict()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        await RegisterAsync(service, pool, """{"login.dev":"one","graph.facebook.com":"alice"}""");
        var two = await RegisterAsync(service, pool, """{"login.dev":"two","graph.facebook.com":"bob"}""");
        Assert.Equal("ResourceConflictException", (await MergeAsync(service, pool, "one", "two")).ErrorCode);
        Assert.Equal(two, await RegisterAsync(service, pool, Two));
    }

    [Fact]
    public async Task Merge_beyond_twenty_linked_logins_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        for (var i = 0; i <= 20; i++)
        {
            await RegisterAsync(service, pool, $$"""{"login.dev":"user {{i}}"}""");
            if (i > 0)
            {
                Assert.Equal(
                    i < 20 ? null : "InvalidParameterException", (await MergeAsync(service, pool, $"user {i}", "user 0")).ErrorCode);
            }
        }
    }

    [Theory]
    [InlineData("one", "unknown", "login.dev", "ResourceNotFoundException")]
    [InlineData("unknown", "one", "login.dev", "ResourceNotFoundException")]
    [InlineData("one", "one", "login.other", "InvalidParameterException")]
    public async Task Merge_of_what_is_not_there_is_refused(string source, string destination, string provider, string code)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        await RegisterAsync(service, pool, One);
        Assert.Equal(code, (await MergeAsync(service, pool, source, destination, provider)).ErrorCode);
    }

    [Fact]
    public async Task Unlink_of_the_last_developer_user_makes_the_identity_inaccessible()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var id = await RegisterAsync(service, pool, One);
        (await UnlinkAsync(service, pool, id, "one")).Ok();
        Assert.Equal("NotAuthorizedException", (await service.DeveloperTokenAsync(pool, One, id)).ErrorCode);
        Assert.NotEqual(id, await RegisterAsync(service, pool, One));
    }

    [Fact]
    public async Task Unlink_of_a_user_of_another_identity_is_a_conflict()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Members);
        var id = await RegisterAsync(service, pool, One);
        await RegisterAsync(service, pool, Two);
        Assert.Equal("ResourceConflictException", (await UnlinkAsync(service, pool, id, "two")).ErrorCode);
        Assert.Equal("ResourceNotFoundException", (await UnlinkAsync(service, pool, id, "three")).ErrorCode);
        Assert.Equal("InvalidParameterException", (await UnlinkAsync(service, pool, id, "one", "login.other")).ErrorCode);
    }

    private static async Task<string> RegisterAsync(TestEmulator service, string pool, string logins) =>
        (await service.DeveloperTokenAsync(pool, logins)).Ok().Text("IdentityId");

    private static Task<EmulatorResponse> LookupAsync(TestEmulator service, string pool, string members) =>
        service.CallAsync("LookupDeveloperIdentity", $$"""{"IdentityPoolId":"{{pool}}",{{members}}}""");

    private static Task<EmulatorResponse> MergeAsync(
        TestEmulator service, string pool, string source, string destination, string provider = "login.dev") =>
        service.CallAsync(
            "MergeDeveloperIdentities",
            $$"""{"IdentityPoolId":"{{pool}}","DeveloperProviderName":"{{provider}}","SourceUserIdentifier":"{{source}}","DestinationUserIdentifier":"{{destination}}"}""");

    private static Task<EmulatorResponse> UnlinkAsync(
        TestEmulator service, string pool, string identity, string user, string provider = "login.dev") =>
        service.CallAsync(
            "UnlinkDeveloperIdentity",
            $$"""{"IdentityPoolId":"{{pool}}","IdentityId":"{{identity}}","DeveloperProviderName":"{{provider}}","DeveloperUserIdentifier":"{{user}}"}""");

    private static List<string> Users(EmulatorResponse response) =>
        response.Json.GetProperty("DeveloperUserIdentifierList").Deserialize<List<string>>()!;
}
