using System.Runtime.CompilerServices;
using System.Text.Json;
using CognitoIdentity.Testing.Tests.Control;
using CognitoIdentity.Tests.Support;
using Microsoft.Playwright;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>The look of the page: accessible, readable on a phone, and pictured in the documentation.</summary>
public class ConsoleLookTests
{
    private const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_123456789";

    [AxeFact]
    public async Task No_section_has_a_serious_accessibility_violation_in_light_and_dark_or_on_a_phone()
    {
        await using var test = await StartAsync();
        foreach (var (colors, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 360) })
        {
            await using var console = await ConsolePage.OpenAsync(test.Emulator, width: width, colors: colors);
            var axe = await File.ReadAllTextAsync(AxeCore.Script);
            foreach (var section in await SectionsAsync(test))
            {
                await console.GoToAsync(section);
                await FillTokenAsync(console, test, section);
                await Assertions.Expect(console.Page.Locator("main :is(h1, h2)").First).ToBeAttachedAsync();
                // The policy of the page allows no inline script; evaluating in the page is not subject to it.
                await console.Page.EvaluateAsync(axe);
                var violations = await console.Page.EvaluateAsync<JsonElement>(
                    """
                    async () => (await axe.run()).violations.filter(it => it.impact === 'serious' || it.impact === 'critical')
                        .map(it => `${it.id}: ${it.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')}`)
                    """);
                Assert.True(violations.GetArrayLength() == 0, $"{section} in {colors}: {violations}");
            }
        }
    }

    [ChromiumFact]
    public async Task No_section_is_wider_than_a_phone()
    {
        await using var test = await StartAsync();
        await using var console = await ConsolePage.OpenAsync(test.Emulator, width: 360, height: 740);
        foreach (var section in await SectionsAsync(test))
        {
            await console.GoToAsync(section);
            await FillTokenAsync(console, test, section);
            await Assertions.Expect(console.Page.Locator("main :is(h1, h2)").First).ToBeAttachedAsync();
            Assert.Equal(360, await console.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        }
    }

    [ScreenshotFact]
    public async Task Pictures_of_the_documentation_are_made()
    {
        await using var test = await StartAsync();
        var sections = await SectionsAsync(test);
        await using (var light = await ConsolePage.OpenAsync(test.Emulator))
        {
            await PictureAsync(light, sections[1], "requests");
            await PictureAsync(light, "#/token", "token", test);
        }

        await using (var dark = await ConsolePage.OpenAsync(test.Emulator, colors: ColorScheme.Dark))
        {
            await PictureAsync(dark, sections[3], "pool-dark");
        }

        await using var phone = await ConsolePage.OpenAsync(test.Emulator, width: 390, height: 780, scale: 1.5f);
        await PictureAsync(phone, "#/requests", "phone");
    }

    /// <summary>An emulator in which every section has something to show, the same in every run.</summary>
    private static async Task<TestEmulator> StartAsync()
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

    private static async Task<string[]> SectionsAsync(TestEmulator test)
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

    private static string Token(TestEmulator test) => JwtKey.Provider.Sign(
        $"https://{UserPool}", "client", "alice", test.Now, new Dictionary<string, object> { ["custom:team"] = "blue" });

    private static async Task FillTokenAsync(ConsolePage console, TestEmulator test, string section)
    {
        if (section == "#/token")
        {
            await console.Page.Locator("textarea").FillAsync(Token(test));
            await console.ClickAsync("Explain");
            await console.SeeAsync("main", "gets credentials");
        }
    }

    private static async Task PictureAsync(
        ConsolePage console, string section, string name, TestEmulator? test = null, [CallerFilePath] string here = "")
    {
        await console.GoToAsync(section);
        if (test is not null)
        {
            await FillTokenAsync(console, test, section);
        }

        await Assertions.Expect(console.Page.Locator("main :is(h1, h2)").First).ToBeAttachedAsync();
        await console.Page.EvaluateAsync("() => document.fonts.ready");
        var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "images"));
        await console.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"emulator-console-{name}.png") });
    }
}
