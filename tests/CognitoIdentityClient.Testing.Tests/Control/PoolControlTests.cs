namespace CognitoIdentity.Testing.Tests.Control;

public class PoolControlTests
{
    [Fact]
    public async Task Pool_is_shown_with_settings_roles_mappings_and_tags()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await test.CreatePoolAsync(
            """
            "DeveloperProviderName":"login.dev","IdentityPoolTags":{"team":"blue"},"SupportedLoginProviders":{"graph.facebook.com":"1"}
            """);
        (await test.CallAsync(
            "SetIdentityPoolRoles",
            $$$$$"""
            {"IdentityPoolId":"{{{{{pool}}}}}","Roles":{"authenticated":"arn:aws:iam::123456789012:role/user"},"RoleMappings":{"graph.facebook.com":
            {"Type":"Rules","AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":[
            {"Claim":"sub","MatchType":"Equals","Value":"alice","RoleARN":"arn:aws:iam::123456789012:role/alice"}]}}}}
            """)).Ok();
        await test.GetIdAsync(pool);

        var shown = (await control.GetAsync($"pools/{pool}")).Ok().Json;
        Assert.Equal("Pool", shown.GetProperty("name").GetString());
        Assert.Equal($"arn:aws:cognito-identity:us-east-1:123456789012:identitypool/{pool}", shown.GetProperty("arn").GetString());
        Assert.Equal("login.dev", shown.GetProperty("developerProviderName").GetString());
        Assert.Equal("""{"team":"blue"}""", shown.GetProperty("tags").GetRawText());
        Assert.Equal("""{"authenticated":"arn:aws:iam::123456789012:role/user"}""", shown.GetProperty("roles").GetRawText());
        Assert.Equal(
            """{"graph.facebook.com":{"type":"Rules","ambiguousRoleResolution":"Deny","rules":[{"claim":"sub","matchType":"Equals","roleArn":"arn:aws:iam::123456789012:role/alice","value":"alice"}]}}""",
            shown.GetProperty("roleMappings").GetRawText());
        Assert.Equal(1, shown.GetProperty("identities").GetInt32());
        Assert.Equal($$"""{"pools":[{{shown.GetRawText()}}]}""", (await control.GetAsync("pools")).Body);
    }

    [Fact]
    public async Task Pools_and_identities_are_listed_in_pages()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        string[] pools = [emulator.Seed(new() { Identities = [new(), new(), new()] }), emulator.Seed(new()), emulator.Seed(new())];
        Assert.Equal(pools.Order(StringComparer.Ordinal), await PagesAsync(control, "pools", "pools"));
        Assert.Equal(3, (await PagesAsync(control, $"pools/{pools[0]}/identities", "identities")).Distinct().Count());
    }

    [Fact]
    public async Task Identity_is_shown_with_its_logins_and_what_happened_to_it()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await test.CreatePoolAsync("\"DeveloperProviderName\":\"login.dev\"");
        var guest = await test.GetIdAsync(pool);
        await test.GetIdAsync(pool);
        (await test.DeveloperTokenAsync(pool, """{"login.dev":"bob"}""", guest)).Ok();

        var shown = (await control.GetAsync($"identities/{guest}")).Ok().Json;
        var identity = shown.GetProperty("identity");
        Assert.Equal("authenticated", identity.GetProperty("status").GetString());
        Assert.Equal("""[{"provider":"login.dev","user":"bob"}]""", identity.GetProperty("logins").GetRawText());
        var history = shown.GetProperty("history").EnumerateArray().ToList();
        Assert.Equal(["GetId", "GetOpenIdTokenForDeveloperIdentity"], history.Select(it => it.GetProperty("operation").GetString()!));
        Assert.Equal(
            $$$"""[{"identityId":"{{{guest}}}","change":"linked","login":{"provider":"login.dev","user":"bob"}}]""",
            history[1].GetProperty("changes").GetRawText());
    }

    [Fact]
    public async Task Merged_identity_shows_what_it_lost_and_who_got_it()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await test.CreatePoolAsync("\"DeveloperProviderName\":\"login.dev\"");
        var loser = (await test.DeveloperTokenAsync(pool, """{"login.dev":"one"}""")).Ok().Text("IdentityId");
        var winner = (await test.DeveloperTokenAsync(pool, """{"login.dev":"two"}""")).Ok().Text("IdentityId");
        (await test.CallAsync(
            "MergeDeveloperIdentities",
            $$"""{"IdentityPoolId":"{{pool}}","DeveloperProviderName":"login.dev","SourceUserIdentifier":"one","DestinationUserIdentifier":"two"}""")).Ok();

        var shown = (await control.GetAsync($"identities/{loser}")).Ok().Json;
        Assert.Equal("disabled", shown.GetProperty("identity").GetProperty("status").GetString());
        var merge = shown.GetProperty("history").EnumerateArray().Last();
        Assert.Equal(
            [(loser, "unlinked"), (loser, "disabled"), (winner, "linked")],
            merge.GetProperty("changes").EnumerateArray()
                .Select(it => (it.GetProperty("identityId").GetString()!, it.GetProperty("change").GetString()!)));
    }

    [Fact]
    public async Task Guest_that_gives_way_to_a_known_user_is_shown_as_disabled()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = test.Emulator.Seed(new() { SupportedLoginProviders = new Dictionary<string, string> { ["graph.facebook.com"] = "1" } });
        var known = await test.GetIdAsync(pool, """{"graph.facebook.com":"alice"}""");
        var guest = await test.GetIdAsync(pool);
        (await test.CallAsync(
            "GetCredentialsForIdentity", $$$"""{"IdentityId":"{{{guest}}}","Logins":{"graph.facebook.com":"alice"}}""")).Ok();
        var history = (await control.GetAsync($"identities/{guest}")).Ok().Json.GetProperty("history").EnumerateArray().ToList();
        Assert.Equal($$"""[{"identityId":"{{guest}}","change":"disabled"}]""", history[^1].GetProperty("changes").GetRawText());
        Assert.Contains(known, history[^1].GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_identity_is_still_explained_by_its_requests()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var identity = await test.GetIdAsync(await test.CreatePoolAsync());
        (await test.CallAsync("DeleteIdentities", $$"""{"IdentityIdsToDelete":["{{identity}}"]}""")).Ok();
        var shown = (await control.GetAsync($"identities/{identity}")).Ok().Json;
        Assert.False(shown.TryGetProperty("identity", out _));
        Assert.Equal("deleted", shown.GetProperty("history")[1].GetProperty("changes")[0].GetProperty("change").GetString());
    }

    [Fact]
    public async Task Changes_of_a_seed_do_not_count_as_changes_of_the_next_request()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        test.Emulator.Seed(new() { Identities = [new()] });
        await test.CreatePoolAsync();
        Assert.Equal("[]", (await control.GetAsync("requests")).Json.GetProperty("requests")[0].GetProperty("changes").GetRawText());
    }

    [Fact]
    public async Task Login_that_is_a_token_is_masked_until_it_is_asked_for()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var token = new string('T', 180);
        var pool = test.Emulator.Seed(new()
        {
            SupportedLoginProviders = new Dictionary<string, string> { ["graph.facebook.com"] = "1" },
            Identities = [new() { Logins = new Dictionary<string, string> { ["graph.facebook.com"] = token } }],
        });
        Assert.DoesNotContain(token, (await control.GetAsync($"pools/{pool}/identities")).Body, StringComparison.Ordinal);
        Assert.Contains(token, (await control.GetAsync($"pools/{pool}/identities?secrets=true")).Body, StringComparison.Ordinal);
    }

    private static async Task<List<string>> PagesAsync(ControlClient control, string path, string member)
    {
        var ids = new List<string>();
        string? next = null;
        do
        {
            var page =
                (await control.GetAsync($"{path}?limit=1{(next is null ? "" : $"&nextToken={Uri.EscapeDataString(next)}")}")).Ok().Json;
            ids.Add(page.GetProperty(member).EnumerateArray().Single().GetProperty("id").GetString()!);
            next = page.TryGetProperty("nextToken", out var token) ? token.GetString() : null;
        }
        while (next is not null);
        return ids;
    }
}
