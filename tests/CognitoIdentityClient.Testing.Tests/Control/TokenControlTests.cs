using System.Text.Json;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Control;

/// <summary>The verdict of the control API about a token, which GetCredentialsForIdentity confirms.</summary>
public class TokenControlTests
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";
    private const string Roles = "arn:aws:iam::123456789012:role/";

    public static TheoryData<string, object> Mappings => new()
    {
        { "none", new { } },
        { """{"Type":"Rules","AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":[{"Claim":"team","MatchType":"Equals","Value":"red","RoleARN":"arn:aws:iam::123456789012:role/red"},{"Claim":"team","MatchType":"StartsWith","Value":"bl","RoleARN":"arn:aws:iam::123456789012:role/blue"}]}}""", new { team = "blue" } },
        { """{"Type":"Rules","AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":[{"Claim":"team","MatchType":"Equals","Value":"red","RoleARN":"arn:aws:iam::123456789012:role/red"}]}}""", new { team = "blue" } },
        { """{"Type":"Rules","AmbiguousRoleResolution":"AuthenticatedRole","RulesConfiguration":{"Rules":[{"Claim":"team","MatchType":"Equals","Value":"red","RoleARN":"arn:aws:iam::123456789012:role/red"}]}}""", new { } },
        { """{"Type":"Token","AmbiguousRoleResolution":"Deny"}""",
            new Dictionary<string, object> { ["cognito:roles"] = new[] { Roles + "a", Roles + "b" } } },
        { """{"Type":"Token","AmbiguousRoleResolution":"Deny"}""",
            new Dictionary<string, object> { ["cognito:roles"] = new[] { Roles + "a" } } },
        { """{"Type":"Token","AmbiguousRoleResolution":"Deny"}""",
            new Dictionary<string, object> { ["cognito:preferred_role"] = Roles + "b" } },
        { """{"Type":"Token","AmbiguousRoleResolution":"AuthenticatedRole"}""", new { } },
    };

    [Theory]
    [MemberData(nameof(Mappings))]
    public async Task Explained_role_is_the_one_that_credentials_are_issued_for(string mapping, object claims)
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await PoolAsync(test, mapping);
        var token = JwtKey.Provider.Sign($"https://{UserPool}", "client", "alice", test.Now, claims);

        var explained = (await control.PostAsync("tokens/explain", JsonSerializer.Serialize(new { token }))).Ok().Json;
        var verdict = explained.GetProperty("pools").EnumerateArray().Single();
        Assert.False(verdict.TryGetProperty("identityId", out _));

        var logins = $$"""{"{{UserPool}}":"{{token}}"}""";
        var identity = await test.GetIdAsync(pool, logins);
        var response = await test.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{identity}}","Logins":{{logins}}}""");
        Assert.Equal(response.Status == 200, verdict.GetProperty("isAccepted").GetBoolean());
        if (response.Status == 200)
        {
            var session = IssuedSession.Read(response.Json.GetProperty("Credentials").GetProperty("SessionToken").GetString()!);
            Assert.Equal(session.RoleArn, verdict.GetProperty("roleArn").GetString());
        }
        else
        {
            response.IsError(verdict.GetProperty("errorCode").GetString()!, verdict.GetProperty("errorMessage").GetString()!);
        }

        Assert.Single(verdict.GetProperty("steps").EnumerateArray(), step => step.GetProperty("isDecisive").GetBoolean());
    }

    [Fact]
    public async Task Every_rule_is_explained_with_the_claim_that_it_looked_at()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        await PoolAsync(test, (string)Mappings.ElementAt(1)[0]);
        var token = JwtKey.Provider.Sign($"https://{UserPool}", "client", "alice", test.Now, new { team = "blue" });
        var explained = (await control.PostAsync("tokens/explain", JsonSerializer.Serialize(new { token }))).Ok().Json;
        Assert.Equal("blue", explained.GetProperty("claims").GetProperty("team").GetString());
        Assert.Equal("RS256", explained.GetProperty("header").GetProperty("alg").GetString());
        var steps = explained.GetProperty("pools")[0].GetProperty("steps").EnumerateArray()
            .Select(step => step.GetProperty("text").GetString()!);
        Assert.Equal(
            [
                $"The pool accepts the login of {UserPool}; its user is 'alice'.",
                $"The pool has a role mapping of type Rules for {UserPool}.",
                "Rule team Equals 'red' does not match: the claim team is 'blue'.",
                "Rule team StartsWith 'bl' matches: the claim team is 'blue'.",
            ],
            steps);
    }

    [Fact]
    public async Task Expired_token_is_refused_with_the_message_of_the_service()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        await PoolAsync(test, "none");
        var token = JwtKey.Provider.Sign($"https://{UserPool}", "client", "alice", test.Now.AddHours(-2));
        var explained = (await control.PostAsync("tokens/explain", JsonSerializer.Serialize(new { token }))).Ok().Json;
        Assert.True(explained.GetProperty("isExpired").GetBoolean());
        var verdict = explained.GetProperty("pools")[0];
        Assert.Equal("NotAuthorizedException", verdict.GetProperty("errorCode").GetString());
        Assert.StartsWith("Invalid login token. Token expired:", verdict.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_of_an_issuer_that_no_pool_knows_has_no_verdict()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        await PoolAsync(test, "none");
        var token = JwtKey.Provider.Sign("https://login.elsewhere.example", "client", "alice", test.Now);
        Assert.Equal("[]", (await control.PostAsync("tokens/explain", JsonSerializer.Serialize(new { token })))
            .Ok().Json.GetProperty("pools").GetRawText());
    }

    [Fact]
    public async Task Token_of_the_emulator_itself_leads_to_its_identity()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = test.Emulator.Seed(new() { DeveloperProviderName = "login.dev" });
        var issued = (await test.DeveloperTokenAsync(pool, """{"login.dev":"bob"}""")).Ok();
        var verdict = (await control.PostAsync("tokens/explain", JsonSerializer.Serialize(new { token = issued.Text("Token") })))
            .Ok().Json.GetProperty("pools")[0];
        Assert.True(verdict.GetProperty("isAccepted").GetBoolean());
        Assert.Equal(issued.Text("IdentityId"), verdict.GetProperty("identityId").GetString());
        Assert.Equal(Roles + "authenticated", verdict.GetProperty("roleArn").GetString());
    }

    [Fact]
    public async Task Session_token_names_its_role()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var identity = await test.GetIdAsync(test.Emulator.Seed(new()));
        var token = (await test.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{identity}}"}""")).Ok()
            .Json.GetProperty("Credentials").GetProperty("SessionToken").GetString();
        var explained = (await control.PostAsync("tokens/explain", JsonSerializer.Serialize(new { token }))).Ok();
        Assert.Equal("sessionToken", explained.Text("kind"));
        Assert.Equal(Roles + "unauthenticated", explained.Json.GetProperty("claims").GetProperty("roleArn").GetString());
    }

    [Fact]
    public async Task Opaque_login_is_explained_for_the_provider_that_is_named()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        test.Emulator.Seed(new() { SupportedLoginProviders = new Dictionary<string, string> { ["graph.facebook.com"] = "1" } });
        var explained = (await control.PostAsync("tokens/explain", """{"token":"alice","provider":"graph.facebook.com"}""")).Ok();
        Assert.Equal("opaque", explained.Text("kind"));
        Assert.Equal(Roles + "authenticated", explained.Json.GetProperty("pools")[0].GetProperty("roleArn").GetString());
    }

    [Fact]
    public async Task Explaining_links_and_records_nothing()
    {
        await using var test = await TestEmulator.StartAsync();
        using var control = new ControlClient(test.Emulator);
        var pool = await PoolAsync(test, "none");
        var token = JwtKey.Provider.Sign($"https://{UserPool}", "client", "alice", test.Now);
        var before = test.Emulator.Requests.Count;
        (await control.PostAsync("tokens/explain", JsonSerializer.Serialize(new { token, identityPoolId = pool }))).Ok();
        Assert.Equal(before, test.Emulator.Requests.Count);
        Assert.Equal(0, (await control.GetAsync($"pools/{pool}")).Json.GetProperty("identities").GetInt32());
    }

    private static async Task<string> PoolAsync(TestEmulator test, string mapping)
    {
        var pool = test.Emulator.Seed(new() { UserPools = new Dictionary<string, string> { [UserPool] = "client" } });
        if (mapping != "none")
        {
            (await test.CallAsync(
                "SetIdentityPoolRoles",
                $$$"""{"IdentityPoolId":"{{{pool}}}","Roles":{"authenticated":"{{{Roles}}}authenticated"},"RoleMappings":{"{{{UserPool}}}:client":{{{mapping}}}}}""")).Ok();
        }

        return pool;
    }
}
