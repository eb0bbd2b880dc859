using CognitoIdentity.Testing.Tests.Control;
using CognitoIdentity.Tests.Support;
using Microsoft.Playwright;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>An emulator in which every section of the page has something to show.</summary>
internal static class FilledEmulator
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";

    /// <summary>An emulator in which every section has something to show, the same in every run.</summary>
    public static async Task<TestEmulator> StartAsync()
    {
        var test = await TestEmulator.StartAsync(options => options.RandomSeed = 7);
        using var client = test.Emulator.CreateClient();
        var pool = test.Emulator.Seed(new()
        {
            Name = "Web shop",
            DeveloperProviderName = "login.shop.example",
            UserPools = new Dictionary<string, string> { [UserPool] = "client" },
            SupportedLoginProviders = new Dictionary<string, string> { ["graph.facebook.com"] = "7346241598935552" },
            Tags = new Dictionary<string, string> { ["stage"] = "test", ["team"] = "blue" },
        });
        (await test.CallAsync(
            "SetIdentityPoolRoles",
            $$$$$"""
            {"IdentityPoolId":"{{{{{pool}}}}}","Roles":{"authenticated":"arn:aws:iam::123456789012:role/shop-user","unauthenticated":"arn:aws:iam::123456789012:role/shop-guest"},
            "RoleMappings":{"{{{{{UserPool}}}}}:client":{"Type":"Rules","AmbiguousRoleResolution":"AuthenticatedRole","RulesConfiguration":{"Rules":[
            {"Claim":"custom:team","MatchType":"Equals","Value":"admin","RoleARN":"arn:aws:iam::123456789012:role/shop-admin"},
            {"Claim":"custom:team","MatchType":"StartsWith","Value":"bl","RoleARN":"arn:aws:iam::123456789012:role/shop-blue"}]}}}}
            """)).Ok();
        var guest = await test.GetIdAsync(pool);
        (await test.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{guest}}"}""")).Ok();
        (await test.DeveloperTokenAsync(pool, """{"login.shop.example":"bob"}""", guest)).Ok();
        await test.CallAsync("GetId", """{"IdentityPoolId":"us-east-1:00000000-0000-0000-0000-000000000000"}""");
        var logins = $$"""{"{{UserPool}}":"{{Token(test)}}"}""";
        var alice = await test.GetIdAsync(pool, logins);
        (await test.CallAsync("GetCredentialsForIdentity", $$"""{"IdentityId":"{{alice}}","Logins":{{logins}}}""")).Ok();
        test.Emulator.Faults.Add(Fault.Throttling() with { Operation = "GetOpenIdToken", Count = 2, Probability = 0.5 });
        return test;
    }

    public static async Task<string[]> SectionsAsync(TestEmulator test)
    {
        using var control = new ControlClient(test.Emulator);
        var last = (await control.GetAsync("requests")).Json.GetProperty("requests").EnumerateArray().Last();
        var pool = (await control.GetAsync("pools")).Json.GetProperty("pools")[0].GetProperty("id").GetString()!;
        var identity = (await control.GetAsync($"pools/{pool}/identities")).Json.GetProperty("identities")[0].GetProperty("id")
            .GetString()!;
        return
        [
            "#/requests", $"#/requests/{last.GetProperty("number")}", "#/pools", $"#/pools/{pool}", $"#/identities/{identity}",
            "#/token", "#/faults", "#/clock", "#/state",
        ];
    }

    /// <summary>Goes to a section and waits until it shows what it is about.</summary>
    public static async Task GoToAsync(ConsolePage console, string section)
    {
        await console.GoToAsync(section);
        var heading = section.Split('/') switch
        {
            [_, "requests", _] => "GetCredentialsForIdentity",
            [_, "pools", _] => "Web shop",
            [_, "identities", _] => "Identity",
            _ => null,
        };
        if (heading is null)
        {
            await Assertions.Expect(console.Page.Locator("main :is(h1, h2)").First).ToBeAttachedAsync();
        }
        else
        {
            await console.SeeAsync(".detail h1", heading);
        }
    }

    public static string Token(TestEmulator test) => JwtKey.Provider.Sign(
        $"https://{UserPool}", "client", "alice", test.Now, new Dictionary<string, object> { ["custom:team"] = "blue" });
}
