using System.Text.Json;
using CognitoIdentity.Tests.Support;
using Microsoft.Playwright;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>The look of the page: accessible, readable on a phone, and pictured in the documentation.</summary>
[Collection(BrowserTests.Name)]
public class ConsoleLookTests(Browser browser)
{
    // The rules whose result the looks can change; the others read the elements and their names, which are the same in every one.
    private static readonly string[] RulesOfLooks =
        ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "meta-viewport", "css-orientation-lock"];

    // One look has every rule.
    private static readonly (ColorScheme Colors, int Width, string[]? Rules)[] Looks =
    [
        (ColorScheme.Light, 1280, null), (ColorScheme.Dark, 1280, RulesOfLooks), (ColorScheme.Light, 360, null),
        (ColorScheme.Dark, 360, RulesOfLooks),
    ];

    [AxeFact]
    public async Task No_section_has_a_serious_accessibility_violation_in_light_or_dark_on_a_desk_or_a_phone()
    {
        await using var test = await FilledEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, test.Emulator);
        // The policy of the page allows no inline script; evaluating in the page is not subject to it.
        await console.Page.EvaluateAsync(await File.ReadAllTextAsync(AxeCore.Script));
        foreach (var section in await FilledEmulator.SectionsAsync(test))
        {
            await FilledEmulator.GoToAsync(console, section);
            await FillTokenAsync(console, test, section);
            foreach (var (colors, width, rules) in Looks)
            {
                await console.Page.SetViewportSizeAsync(width, 860);
                await console.Page.EmulateMediaAsync(new() { ColorScheme = colors });
                var violations = await console.Page.EvaluateAsync<JsonElement>(
                    """
                    async rules => (await axe.run({ resultTypes: ['violations'], ...rules && { runOnly: rules } })).violations
                        .filter(it => it.impact === 'serious' || it.impact === 'critical')
                        .map(it => `${it.id}: ${it.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | ')}`)
                    """,
                    rules);
                Assert.True(violations.GetArrayLength() == 0, $"{section} in {colors}, {width} wide: {violations}");
            }
        }
    }

    [ChromiumFact]
    public async Task No_section_is_wider_than_a_phone()
    {
        await using var test = await FilledEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, test.Emulator, width: 360, height: 740);
        foreach (var section in await FilledEmulator.SectionsAsync(test))
        {
            await FilledEmulator.GoToAsync(console, section);
            await FillTokenAsync(console, test, section);
            Assert.Equal(360, await console.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        }
    }

    [ChromiumFact]
    public async Task Section_opens_on_a_phone_with_the_header_in_sight()
    {
        await using var test = await FilledEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, test.Emulator, width: 390, height: 780);
        // Longer than the screen, so that the focus could scroll it.
        await FilledEmulator.GoToAsync(console, "#/requests");
        await Assertions.Expect(console.Page.Locator("main")).ToBeFocusedAsync();
        Assert.Equal(0, await console.Page.EvaluateAsync<double>("() => scrollY"));
    }

    [ScreenshotFact]
    public async Task Pictures_of_the_documentation_are_made()
    {
        await using var test = await FilledEmulator.StartAsync();
        var sections = await FilledEmulator.SectionsAsync(test);
        await using (var light = await ConsolePage.OpenAsync(browser, test.Emulator))
        {
            await PictureAsync(light, sections[1], "requests");
            await PictureAsync(light, "#/token", "token", test);
        }

        await using (var dark = await ConsolePage.OpenAsync(browser, test.Emulator, colors: ColorScheme.Dark))
        {
            await PictureAsync(dark, sections[3], "pool-dark");
        }

        await using var phone = await ConsolePage.OpenAsync(browser, test.Emulator, width: 390, height: 780, scale: 1.5f);
        await PictureAsync(phone, "#/requests", "phone");
    }

    private static async Task FillTokenAsync(ConsolePage console, TestEmulator test, string section)
    {
        if (section == "#/token")
        {
            await console.Page.Locator("textarea").FillAsync(FilledEmulator.Token(test));
            await console.ClickAsync("Explain");
            await console.SeeAsync("main", "gets credentials");
        }
    }

    private static async Task PictureAsync(ConsolePage console, string section, string name, TestEmulator? test = null)
    {
        await FilledEmulator.GoToAsync(console, section);
        if (test is not null)
        {
            await FillTokenAsync(console, test, section);
        }

        await console.Page.EvaluateAsync("() => document.fonts.ready");
        await console.Page.ScreenshotAsync(new() { Path = Repository.PathOf($"docs/images/emulator-console-{name}.png") });
    }
}
