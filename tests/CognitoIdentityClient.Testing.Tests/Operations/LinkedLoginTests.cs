using Microsoft.IdentityModel.JsonWebTokens;

namespace CognitoIdentity.Testing.Tests.Operations;

public class LinkedLoginTests
{
    private const string Providers = "\"SupportedLoginProviders\":{\"graph.facebook.com\":\"1\",\"www.amazon.com\":\"2\"}";
    private const string OpenIdConnect = "\"OpenIdConnectProviderARNs\":[\"arn:aws:iam::123456789012:oidc-provider/two.example/tenant/\"]";
    private const string Alice = """{"graph.facebook.com":"alice"}""";
    private const string Bob = """{"graph.facebook.com":"bob"}""";
    private const string AliceAtAmazon = """{"www.amazon.com":"alice"}""";
    private const string BothAlices = """{"graph.facebook.com":"alice","www.amazon.com":"alice"}""";

    [Fact]
    public async Task GetId_with_the_same_login_gives_the_same_id()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Providers);
        var id = await service.GetIdAsync(pool, Alice);
        Assert.Equal(id, await service.GetIdAsync(pool, Alice));
        Assert.NotEqual(id, await service.GetIdAsync(pool, Bob));
    }

    [Fact]
    public async Task GetId_with_a_known_and_a_new_login_links_the_new_one()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Providers);
        var id = await service.GetIdAsync(pool, Alice);
        Assert.Equal(id, await service.GetIdAsync(pool, BothAlices));
        Assert.Equal(id, await service.GetIdAsync(pool, AliceAtAmazon));
    }

    [Fact]
    public async Task GetId_with_both_spellings_of_a_provider_counts_the_user_once()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(OpenIdConnect);
        var id = await service.GetIdAsync(pool, """{"two.example/tenant":"alice","two.example/tenant/":"alice"}""");
        Assert.Equal(id, await service.GetIdAsync(pool, """{"two.example/tenant":"alice"}"""));
        Assert.Equal(id, await service.GetIdAsync(pool, """{"two.example/tenant/":"alice","two.example/tenant":"alice"}"""));
        var described = await service.CallAsync("DescribeIdentity", $$"""{"IdentityId":"{{id}}"}""");
        Assert.Equal("""["two.example/tenant/"]""", described.Ok().Json.GetProperty("Logins").GetRawText());
    }

    [Fact]
    public async Task GetId_with_two_users_in_both_spellings_of_a_provider_is_a_conflict()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(OpenIdConnect);
        const string Logins = """{"two.example/tenant":"alice","two.example/tenant/":"bob"}""";
        var response = await service.CallAsync("GetId", $$"""{"IdentityPoolId":"{{pool}}","Logins":{{Logins}}}""");
        Assert.Equal("ResourceConflictException", response.ErrorCode);
    }

    [Fact]
    public async Task Token_of_a_guest_names_a_provider_of_both_spellings_once()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(OpenIdConnect);
        var guest = await service.GetIdAsync(pool);
        var token = (await TokenAsync(service, guest, """{"two.example/tenant":"alice","two.example/tenant/":"alice"}""")).Ok()
            .Text("Token");
        Assert.Equal(
            ["authenticated", "two.example/tenant/", $"two.example/tenant/:{pool}:alice"],
            new JsonWebToken(token).GetPayloadValue<string[]>("amr"));
    }

    [Fact]
    public async Task GetId_with_logins_of_two_identities_is_a_conflict()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Providers);
        await service.GetIdAsync(pool, Alice);
        await service.GetIdAsync(pool, AliceAtAmazon);
        var response = await service.CallAsync("GetId", $$"""{"IdentityPoolId":"{{pool}}","Logins":{{BothAlices}}}""");
        Assert.Equal("ResourceConflictException", response.ErrorCode);
    }

    [Fact]
    public async Task Guest_that_logs_in_as_nobody_known_keeps_its_id()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Providers);
        var guest = await service.GetIdAsync(pool);
        Assert.Equal(guest, (await TokenAsync(service, guest, Alice)).Ok().Text("IdentityId"));
        Assert.Equal(guest, await service.GetIdAsync(pool, Alice));
    }

    [Fact]
    public async Task Guest_that_logs_in_as_somebody_known_gets_the_known_id_and_is_disabled()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Providers);
        var alice = await service.GetIdAsync(pool, Alice);
        var guest = await service.GetIdAsync(pool);

        Assert.Equal(alice, (await TokenAsync(service, guest, Alice)).Ok().Text("IdentityId"));

        (await TokenAsync(service, guest, "{}")).IsError("NotAuthorizedException", $"Access to Identity '{guest}' is forbidden.");
    }

    [Fact]
    public async Task Identity_with_logins_without_any_of_them_is_forbidden()
    {
        await using var service = await TestEmulator.StartAsync();
        var alice = await service.GetIdAsync(await service.CreatePoolAsync(Providers), Alice);
        (await TokenAsync(service, alice, "{}")).IsError("NotAuthorizedException", $"Access to Identity '{alice}' is forbidden.");
    }

    [Fact]
    public async Task Identity_with_the_login_of_somebody_else_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        var alice = await service.GetIdAsync(await service.CreatePoolAsync(Providers), Alice);
        (await TokenAsync(service, alice, Bob)).IsError(
            "NotAuthorizedException",
            "Logins don't match. Please include at least one valid login for this identity or identity pool.");
    }

    [Fact]
    public async Task Identity_with_one_of_its_logins_and_one_of_somebody_else_is_a_conflict_and_links_nothing()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Providers);
        var alice = await service.GetIdAsync(pool, Alice);
        var other = await service.GetIdAsync(pool, AliceAtAmazon);
        Assert.Equal("ResourceConflictException", (await TokenAsync(service, alice, BothAlices)).ErrorCode);
        Assert.Equal(other, await service.GetIdAsync(pool, AliceAtAmazon));
    }

    [Fact]
    public async Task GetCredentialsForIdentity_that_has_no_role_links_nothing()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Providers);
        var guest = await service.GetIdAsync(pool);
        var response = await service.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{guest}}","Logins":{{Alice}}}""");
        Assert.Equal("InvalidIdentityPoolConfigurationException", response.ErrorCode);
        Assert.NotEqual(guest, await service.GetIdAsync(pool, Alice));
    }

    [Fact]
    public async Task UnlinkIdentity_of_one_of_two_logins_leaves_the_other()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Providers);
        var id = await service.GetIdAsync(pool, BothAlices);
        (await UnlinkAsync(service, id, Alice, "www.amazon.com")).Ok();
        Assert.Equal(id, await service.GetIdAsync(pool, Alice));
        Assert.NotEqual(id, await service.GetIdAsync(pool, AliceAtAmazon));
    }

    [Fact]
    public async Task UnlinkIdentity_of_the_last_login_makes_the_identity_inaccessible()
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Providers);
        var id = await service.GetIdAsync(pool, Alice);
        (await UnlinkAsync(service, id, Alice, "graph.facebook.com")).Ok();
        (await TokenAsync(service, id, Alice)).IsError("NotAuthorizedException", $"Access to Identity '{id}' is forbidden.");
        Assert.NotEqual(id, await service.GetIdAsync(pool, Alice));
    }

    [Theory]
    [InlineData(Bob, "graph.facebook.com", "NotAuthorizedException")]
    [InlineData(Alice, "www.amazon.com", "InvalidParameterException")]
    [InlineData(Alice, "nobody.example", "InvalidParameterException")]
    public async Task UnlinkIdentity_without_a_right_to_it_is_refused(string logins, string remove, string code)
    {
        await using var service = await TestEmulator.StartAsync();
        var pool = await service.CreatePoolAsync(Providers);
        var id = await service.GetIdAsync(pool, Alice);
        Assert.Equal(code, (await UnlinkAsync(service, id, logins, remove)).ErrorCode);
        Assert.Equal(id, await service.GetIdAsync(pool, Alice));
    }

    private static Task<EmulatorResponse> TokenAsync(TestEmulator service, string identity, string logins) =>
        service.CallAsync("GetOpenIdToken", $$"""{"IdentityId":"{{identity}}","Logins":{{logins}}}""");

    private static Task<EmulatorResponse> UnlinkAsync(TestEmulator service, string identity, string logins, string provider) =>
        service.CallAsync("UnlinkIdentity", $$"""{"IdentityId":"{{identity}}","Logins":{{logins}},"LoginsToRemove":["{{provider}}"]}""");
}
