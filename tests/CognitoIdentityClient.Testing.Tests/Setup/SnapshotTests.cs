namespace CognitoIdentity.Testing.Tests.Setup;

public class SnapshotTests
{
    [Fact]
    public async Task Restored_state_responds_as_the_original()
    {
        await using var original = await TestEmulator.StartAsync();
        var pool = await original.CreatePoolAsync(
            """
            "AllowClassicFlow": true, "DeveloperProviderName": "login.dev", "IdentityPoolTags": { "équipe": "日本語 😀" },
            "CognitoIdentityProviders": [{ "ProviderName": "cognito-idp.us-east-1.amazonaws.com/us-east-1_1", "ClientId": "c",
            "ServerSideTokenCheck": true }],
            "OpenIdConnectProviderARNs": ["arn:aws:iam::123456789012:oidc-provider/login.example.com"],
            "SamlProviderARNs": ["arn:aws:iam::123456789012:saml-provider/example"], "SupportedLoginProviders": { "graph.facebook.com": "1" }
            """);
        (await original.CallAsync(
            "SetIdentityPoolRoles",
            $$$$$"""{"IdentityPoolId":"{{{{{pool}}}}}","Roles":{"authenticated":"arn:aws:iam::1:role/abc"},"RoleMappings":{"cognito-idp.us-east-1.amazonaws.com/us-east-1_1:c":{"Type":"Rules","AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":[{"Claim":"a","MatchType":"Equals","RoleARN":"arn:aws:iam::1:role/abc","Value":"b"}]}}}}""")).Ok();
        (await original.CallAsync(
            "SetPrincipalTagAttributeMap",
            $$$"""{"IdentityPoolId":"{{{pool}}}","IdentityProviderName":"cognito-idp.us-east-1.amazonaws.com/us-east-1_1","PrincipalTags":{"a":"b"}}""")).Ok();
        await original.GetIdAsync(pool);
        await original.GetIdAsync(pool, """{"graph.facebook.com":"alice"}""");
        (await original.DeveloperTokenAsync(pool, """{"login.dev":"one"}""")).Ok();
        (await original.DeveloperTokenAsync(pool, """{"login.dev":"two"}""")).Ok();
        (await original.CallAsync(
            "MergeDeveloperIdentities",
            $$"""{"IdentityPoolId":"{{pool}}","DeveloperProviderName":"login.dev","SourceUserIdentifier":"one","DestinationUserIdentifier":"two"}""")).Ok();

        await using var restored = await TestEmulator.StartAsync();
        restored.Time.Advance(TimeSpan.FromDays(1));
        await restored.CreatePoolAsync();
        restored.Emulator.RestoreSnapshot(original.Emulator.TakeSnapshot());

        (string Operation, string Json)[] questions =
        [
            ("ListIdentityPools", """{"MaxResults":60}"""),
            ("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}"""),
            ("GetIdentityPoolRoles", $$"""{"IdentityPoolId":"{{pool}}"}"""),
            ("GetPrincipalTagAttributeMap",
                $$"""{"IdentityPoolId":"{{pool}}","IdentityProviderName":"cognito-idp.us-east-1.amazonaws.com/us-east-1_1"}"""),
            ("ListIdentities", $$"""{"IdentityPoolId":"{{pool}}","MaxResults":60}"""),
            ("ListIdentities", $$"""{"IdentityPoolId":"{{pool}}","MaxResults":60,"HideDisabled":true}"""),
            ("LookupDeveloperIdentity", $$"""{"IdentityPoolId":"{{pool}}","DeveloperUserIdentifier":"one"}"""),
            ("GetId", $$$"""{"IdentityPoolId":"{{{pool}}}","Logins":{"graph.facebook.com":"alice"}}"""),
        ];
        foreach (var (operation, json) in questions)
        {
            Assert.Equal((await original.CallAsync(operation, json)).Ok().Body, (await restored.CallAsync(operation, json)).Ok().Body);
        }

        Assert.Equal(original.Emulator.TakeSnapshot(), restored.Emulator.TakeSnapshot());
    }

    [Fact]
    public async Task Token_issued_before_is_good_after_restoring_elsewhere()
    {
        await using var original = await TestEmulator.StartAsync();
        var pool = original.Emulator.Seed(new() { DeveloperProviderName = "login.dev" });
        var token = (await original.DeveloperTokenAsync(pool, """{"login.dev":"one"}""")).Ok();
        await using var restored = await TestEmulator.StartAsync();
        restored.Emulator.RestoreSnapshot(original.Emulator.TakeSnapshot());
        var login = $$"""{"cognito-identity.amazonaws.com":"{{token.Text("Token")}}"}""";
        (await restored.CallAsync(
            "GetCredentialsForIdentity", $$"""{"IdentityId":"{{token.Text("IdentityId")}}","Logins":{{login}}}""")).Ok();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version":2,"pools":[]}""")]
    [InlineData("""{"version":1,"pools":[],"signingKey":null}""")]
    [InlineData("""{"version":1,"signingKey":"AAAA","pools":[]}""")]
    [InlineData("""{"version":1,"signingKey":"not base64!","pools":[]}""")]
    [InlineData("""{"version":1,"pools":[{"id":"a:0"}]}""")]
    [InlineData("""{"version":1,"pools":[null]}""")]
    public async Task Damaged_snapshot_is_refused_and_the_state_stays(string snapshot)
    {
        await using var service = await TestEmulator.StartAsync();
        var before = service.Emulator.Seed(new());
        Assert.Throws<InvalidSnapshotException>(() => service.Emulator.RestoreSnapshot(snapshot));
        (await service.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{before}}"}""")).Ok();
    }

    [Theory]
    [InlineData("\"id\": \"us-east-1:1\"", "\"id\": \"x\"")]
    [InlineData("\"id\": \"us-east-1:1\"", "\"id\": \"\"")]
    [InlineData("\"id\": \"us-east-1:1\"", "\"id\": \"eu-west-1:1\"")]
    [InlineData("\"id\": \"us-east-1:2\"", "\"id\": \"x\"")]
    [InlineData("\"id\": \"us-east-1:2\"", "\"id\": \"eu-west-1:2\"")]
    [InlineData("\"id\": \"us-east-1:2\"", "\"id\": \"us-east-1:3\"")]
    [InlineData("\"region\": \"us-east-1\"", "\"region\": \"us-east-2\"")]
    [InlineData("\"accountId\": \"123456789012\"", "\"accountId\": \"\"")]
    [InlineData("\"provider\": \"a\",", "")]
    [InlineData("\"provider\": \"a\"", "\"provide\": \"a\"")]
    [InlineData("\"roles\":", "\"rolls\":")]
    [InlineData("\"roleMappings\": {}", "\"roleMappings\": { \"a\": { \"type\": \"Rules\", \"ambiguousRoleResolution\": \"Deny\" } }")]
    [InlineData("\"roleMappings\": {}", "\"roleMappings\": { \"a\": {} }")]
    public async Task Snapshot_with_a_damaged_entry_is_refused_and_the_state_stays(string good, string damaged)
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new()
        {
            Id = "us-east-1:1",
            Identities =
                [new() { Id = "us-east-1:2", Logins = new Dictionary<string, string> { ["a"] = "b" } }, new() { Id = "us-east-1:3" }],
        });
        var before = service.Emulator.TakeSnapshot();
        Assert.Contains(good, before, StringComparison.Ordinal);

        Assert.Throws<InvalidSnapshotException>(
            () => service.Emulator.RestoreSnapshot(before.Replace(good, damaged, StringComparison.Ordinal)));

        Assert.Equal(before, service.Emulator.TakeSnapshot());
    }

    [Fact]
    public async Task Snapshot_with_an_empty_login_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new() { Identities = [new()] });
        var damaged = service.Emulator.TakeSnapshot().Replace("\"logins\": []", "\"logins\": [{}]", StringComparison.Ordinal);
        Assert.Contains("[{}]", damaged, StringComparison.Ordinal);
        Assert.Throws<InvalidSnapshotException>(() => service.Emulator.RestoreSnapshot(damaged));
    }

    [Fact]
    public async Task Every_truncation_of_a_snapshot_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new() { Identities = [new() { Logins = new Dictionary<string, string> { ["a"] = "b" } }] });
        var snapshot = service.Emulator.TakeSnapshot();
        for (var length = 0; length < snapshot.TrimEnd().Length; length += 7)
        {
            Assert.Throws<InvalidSnapshotException>(() => service.Emulator.RestoreSnapshot(snapshot[..length]));
        }
    }

    [Fact]
    public async Task Snapshot_with_one_login_on_two_identities_is_refused()
    {
        await using var service = await TestEmulator.StartAsync();
        service.Emulator.Seed(new()
        {
            Identities =
            [
                new() { Logins = new Dictionary<string, string> { ["a"] = "user 1" } },
                new() { Logins = new Dictionary<string, string> { ["a"] = "user 2" } },
            ],
        });
        var damaged = service.Emulator.TakeSnapshot().Replace("user 2", "user 1", StringComparison.Ordinal);
        Assert.Throws<InvalidSnapshotException>(() => service.Emulator.RestoreSnapshot(damaged));
    }

    [Fact]
    public async Task Emulator_can_begin_with_a_snapshot_of_one_that_was_stopped()
    {
        var original = await TestEmulator.StartAsync();
        var pool = original.Emulator.Seed(new());
        (await original.CallAsync("GetOpenIdToken", $$"""{"IdentityId":"{{await original.GetIdAsync(pool)}}"}""")).Ok();
        await original.DisposeAsync();
        await using var next = await TestEmulator.StartAsync(options => options.Snapshot = original.Emulator.TakeSnapshot());
        (await next.CallAsync("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{pool}}"}""")).Ok();
        await Assert.ThrowsAsync<InvalidSnapshotException>(() => CognitoIdentityEmulator.StartAsync(new() { Snapshot = "damaged" }));
    }
}
