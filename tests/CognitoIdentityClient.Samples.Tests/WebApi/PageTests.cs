using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoIdentity.Testing.Tests.Console;
using Microsoft.Playwright;

namespace CognitoIdentity.Samples.Tests.WebApi;

/// <summary>The page of samples/WebApi, as its users see it.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class PageTests(Browser browser)
{
    [ChromiumFact]
    public async Task Page_shows_the_session_of_a_user_from_signing_in_to_signing_out()
    {
        await using var shop = await ShopPage.OpenAsync(browser);
        await shop.SignInAsync("Bob");

        await shop.SeeAsync("#account-title", "Hello, Bob");
        await shop.SeeAsync("#identity", "us-east-1:");
        await shop.SeeAsync("#role", "shop-admin");
        await shop.SeeAsync("#source", "fetched from the identity pool");
        await shop.SeeAsync("#partners", "No access. AWS says: The ambiguous role mapping rules for: login.shop.example");

        await shop.Page.ReloadAsync();
        await shop.SeeAsync("#source", "served from the cache");
        await shop.ClickAsync("Refresh");
        await shop.SeeAsync("#source", "fetched from the identity pool");
        await shop.ClickAsync("Call AWS");
        await shop.SeeAsync("#caller", "arn:aws:sts::123456789012:assumed-role/shop-admin/CognitoIdentityCredentials");

        await shop.ClickAsync("Sign out");
        await shop.SeeAsync("#welcome-title", "Sign in");
        Assert.Null(await shop.Page.EvaluateAsync<string?>("() => sessionStorage.getItem('shop-token')"));
        shop.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Countdown_goes_down_with_the_session()
    {
        await using var shop = await ShopPage.OpenAsync(browser);
        await shop.SignInAsync("Alice");
        await Assertions.Expect(shop.Page.Locator("#countdown")).ToHaveTextAsync(NearlyAnHour());

        await shop.Page.Clock.FastForwardAsync("30:00");
        await Assertions.Expect(shop.Page.Locator("#countdown")).ToHaveTextAsync(HalfAnHour());
        await Assertions.Expect(shop.Page.Locator("#clock")).ToHaveAttributeAsync("data-state", "fresh");

        // The server's clock has not moved, so what it returns at the end of the countdown is the same hour again.
        await shop.Page.Clock.FastForwardAsync("30:01");
        await Assertions.Expect(shop.Page.Locator("#countdown")).ToHaveTextAsync(NearlyAnHour());
        shop.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Partner_has_access_to_the_pool_of_the_partners()
    {
        await using var shop = await ShopPage.OpenAsync(browser);
        await shop.SignInAsync("Carol");

        await shop.SeeAsync("#partners", "You are partner in account 210987654321.");
        shop.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task User_whose_token_is_not_accepted_any_more_signs_in_again()
    {
        await using var shop = await ShopPage.OpenAsync(browser);
        await shop.SignInAsync("Alice");
        // The last request of the sign-in has its response, so no other than the refresh carries the token that follows.
        await shop.SeeAsync("#partners", "No access");
        await shop.Page.EvaluateAsync("() => sessionStorage.setItem('shop-token', 'a.e30.b')");

        await shop.ClickAsync("Refresh");

        await shop.SeeAsync("#notice", "Your sign-in has ended. Sign in again.");
        await shop.SeeAsync("#users", "Alice");
        shop.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Page_is_used_by_keyboard_alone()
    {
        await using var shop = await ShopPage.OpenAsync(browser);
        await TabToAsync(shop, "Skip to the content", steps: 1);
        await TabToAsync(shop, "Alice");
        await shop.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(shop.Page.Locator("#account-title")).ToBeFocusedAsync();

        await TabToAsync(shop, "Call AWS");
        await shop.Page.Keyboard.PressAsync("Space");
        await shop.SeeAsync("#caller", "shop-customer");
        shop.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Page_is_as_wide_as_a_phone()
    {
        await using var shop = await ShopPage.OpenAsync(browser, width: 360, height: 740);
        Assert.Equal(360, await shop.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));

        await shop.SignInAsync("Alice");
        await shop.SeeAsync("#partners", "No access");
        await shop.ClickAsync("Call AWS");
        await shop.SeeAsync("#caller", "arn:aws");
        Assert.Equal(360, await shop.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [AxeFact]
    public async Task Page_has_no_serious_violation_of_accessibility_in_light_and_dark()
    {
        var axe = await File.ReadAllTextAsync(AxeCore.Script);
        foreach (var (colors, width) in new[] { (ColorScheme.Light, 1100), (ColorScheme.Dark, 360) })
        {
            await using var shop = await ShopPage.OpenAsync(browser, width, colors: colors);
            await CheckAsync(shop, axe, $"signed out in {colors}");
            await shop.SignInAsync("Alice");
            await shop.SeeAsync("#partners", "No access");
            await CheckAsync(shop, axe, $"signed in in {colors}");
        }
    }

    private static async Task CheckAsync(ShopPage shop, string axe, string what)
    {
        await shop.Page.EvaluateAsync(axe);
        var violations = await shop.Page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run()).violations.filter(it => it.impact === 'serious' || it.impact === 'critical')
                .map(it => `${it.id}: ${it.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')}`)
            """);
        Assert.True(violations.GetArrayLength() == 0, $"{what}: {violations}");
    }

    private static async Task TabToAsync(ShopPage shop, string text, int steps = 30)
    {
        for (var i = 0; i < steps; i++)
        {
            await shop.Page.Keyboard.PressAsync("Tab");
            var focused = await shop.Page.EvaluateAsync<string>("() => document.activeElement.textContent");
            if (focused.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The key Tab does not lead to '{text}'.");
    }

    [GeneratedRegex("^(60:00|5[89]:[0-5][0-9])$")]
    private static partial Regex NearlyAnHour();

    [GeneratedRegex("^(30:00|2[89]:[0-5][0-9])$")]
    private static partial Regex HalfAnHour();
}
