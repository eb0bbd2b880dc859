using System.Text.Json;
using CognitoIdentity.Testing.Tests.Control;
using Microsoft.Playwright;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>The page without a mouse.</summary>
[Collection(BrowserTests.Name)]
public class KeyboardTests(Browser browser)
{
    [ChromiumFact]
    public async Task Page_is_used_by_keyboard_alone()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        await client.GetIdAsync(new() { IdentityPoolId = emulator.Seed(new()) });
        await using var console = await ConsolePage.OpenAsync(browser, emulator);
        await console.SeeAsync(".row", "GetId");
        await console.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await FocusedTextAsync(console));
        await TabToAsync(console, "a[href='#/requests/1']");
        await console.Page.Keyboard.PressAsync("Enter");
        await console.SeeAsync(".detail h1", "GetId");
        console.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Every_control_of_every_section_is_reached_by_tab_and_shows_the_focus()
    {
        await using var test = await FilledEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, test.Emulator);
        foreach (var section in await FilledEmulator.SectionsAsync(test))
        {
            await FilledEmulator.GoToAsync(console, section);
            var controls = await console.Page.EvaluateAsync<int>(
                """
                () => {
                  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                    .filter(it => it.checkVisibility() && !it.disabled);
                  all.forEach((it, i) => { it.dataset.control = i; });
                  return all.length;
                }
                """);
            var reached = new HashSet<int>();
            // A field for a time has a stop for each of its parts, and the browser itself may have stops between the last and the first.
            for (var i = 0; i < (2 * controls) + 40 && reached.Count < controls; i++)
            {
                await console.Page.Keyboard.PressAsync("Tab");
                var focused = await console.Page.EvaluateAsync<JsonElement>(
                    """
                    () => {
                      const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
                      return {
                        control: Number(it.dataset.control ?? -1), name: it.outerHTML.slice(0, 200),
                        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
                        inView: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
                      };
                    }
                    """);
                var control = focused.GetProperty("control").GetInt32();
                if (control < 0)
                {
                    continue;
                }

                Assert.True(focused.GetProperty("outlined").GetBoolean(), $"{section}: the focus is not seen on {focused}");
                Assert.True(focused.GetProperty("inView").GetBoolean(), $"{section}: out of view is {focused}");
                reached.Add(control);
            }

            Assert.True(reached.Count == controls, $"{section}: {reached.Count} of {controls} controls are reached.");
        }

        console.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Every_form_and_the_dialog_work_by_keyboard_and_give_the_focus_back()
    {
        await using var test = await TestEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, test.Emulator);
        var keyboard = console.Page.Keyboard;

        // A fault is chosen, added and removed; a list that becomes empty has the focus, not the beginning of the page.
        await OpenAsync(console, "#/faults");
        await TabToAsync(console, "select[name=kind]");
        await keyboard.PressAsync("ArrowDown");
        await TabToAsync(console, "input[name=message]");
        await keyboard.PressAsync("Enter");
        await console.SeeAsync("main", "Waiting faults (1)");
        Assert.Single(test.Emulator.Faults.Read());
        // A call meanwhile draws the list again.
        await TabToAsync(console, "[aria-label^='Remove:']");
        await test.CallAsync("ListIdentityPools", """{"MaxResults":1}""");
        await console.SeeAsync("main", "No faults are waiting");
        await Assertions.Expect(console.Page.Locator("section[aria-live]")).ToBeFocusedAsync();
        test.Emulator.Faults.Add(Fault.GarbageBody());
        test.Emulator.Faults.Add(Fault.TruncatedBody());
        test.Emulator.Seed(new());
        await console.SeeAsync("main", "Waiting faults (2)");
        await TabToAsync(console, "[aria-label='Remove: Cut the response in half']");
        test.Emulator.Seed(new());
        using (var control = new ControlClient(test.Emulator))
        {
            await control.DeleteAsync($"faults/{test.Emulator.Faults.Read()[0].Id}");
        }

        await console.SeeAsync("main", "Waiting faults (1)");
        await Assertions.Expect(console.Page.Locator("[aria-label='Remove: Cut the response in half']")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await console.SeeAsync("main", "No faults are waiting");

        // The clock.
        await OpenAsync(console, "#/clock");
        await TabToAsync(console, "button", "+ 1 hour");
        await keyboard.PressAsync("Enter");
        await console.SeeAsync("main", "1.0 hours ahead of the real time");
        await Assertions.Expect(console.Page.Locator("button", new() { HasText = "+ 1 hour" })).ToBeFocusedAsync();
        await TabToAsync(console, "input[name=frozen]");
        await keyboard.PressAsync("Space");
        await TabToAsync(console, "button", "Set the clock");
        await keyboard.PressAsync("Enter");
        await console.SeeAsync("main", "It stands still.");

        // A token.
        await OpenAsync(console, "#/token");
        await TabToAsync(console, "textarea[name=token]");
        await keyboard.TypeAsync("a text");
        await TabToAsync(console, "input[name=provider]");
        await keyboard.TypeAsync("graph.facebook.com");
        await keyboard.PressAsync("Enter");
        await console.SeeAsync("main", "No pool of this emulator lists the provider");

        // A seed, and the dialog.
        await OpenAsync(console, "#/state");
        await TabToAsync(console, "button", "Add");
        await keyboard.PressAsync("Enter");
        await console.SeeAsync("#notice", "The pools are there.");
        await TabToAsync(console, "button", "Delete everything …");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Page.Locator("dialog")).ToBeVisibleAsync();
        await Assertions.Expect(console.Page.Locator("dialog button").First).ToBeFocusedAsync();
        // Elements behind the dialog are not reached.
        for (var i = 0; i < 5; i++)
        {
            await keyboard.PressAsync("Tab");
            Assert.True(await console.Page.EvaluateAsync<bool>(
                "() => document.activeElement === document.body || document.activeElement.closest('dialog') !== null"));
        }

        await keyboard.PressAsync("Escape");
        await Assertions.Expect(console.Page.Locator("dialog")).ToBeHiddenAsync();
        await Assertions.Expect(console.Page.Locator("button", new() { HasText = "Delete everything …" })).ToBeFocusedAsync();
        Assert.Contains("Demo", test.Emulator.TakeSnapshot(), StringComparison.Ordinal);
        await keyboard.PressAsync("Enter");
        await keyboard.PressAsync("Enter");
        await console.SeeAsync("#notice", "The emulator is empty.");
        await Assertions.Expect(console.Page.Locator("button", new() { HasText = "Delete everything …" })).ToBeFocusedAsync();
        Assert.DoesNotContain("Demo", test.Emulator.TakeSnapshot(), StringComparison.Ordinal);

        // The switch for secrets.
        await TabToAsync(console, "#secrets");
        await keyboard.PressAsync("Space");
        await Assertions.Expect(console.Page.Locator("#secrets")).ToBeCheckedAsync();
        await Assertions.Expect(console.Page.Locator("#secrets")).ToBeFocusedAsync();
        console.ExpectNoComplaint();
    }

    // Otherwise a reader would have to go through the whole list to reach what it opened.
    [ChromiumFact]
    public async Task Focus_goes_into_the_request_that_was_opened_and_back_to_its_row()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        var pool = emulator.Seed(new());
        for (var i = 0; i < 3; i++)
        {
            await client.GetIdAsync(new() { IdentityPoolId = pool });
        }

        await using var console = await ConsolePage.OpenAsync(browser, emulator, width: 500);
        await console.Page.Locator("a[href='#/requests/2']").FocusAsync();
        await console.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Page.Locator(".detail")).ToBeFocusedAsync();
        await console.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("← All requests", await FocusedTextAsync(console));
        await console.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Page.Locator("a[href='#/requests/2']")).ToBeFocusedAsync();
        console.ExpectNoComplaint();
    }

    [ChromiumFact]
    public async Task Skipping_to_the_content_stays_in_the_section()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, emulator);
        await console.GoToAsync("#/faults");
        await console.Page.Locator(".skip").FocusAsync();
        await console.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Page.Locator("main")).ToBeFocusedAsync();
        await console.SeeAsync("main h1", "Make something go wrong");
        Assert.EndsWith("#/faults", console.Page.Url, StringComparison.Ordinal);
        console.ExpectNoComplaint();
    }

    /// <summary>Opens a section by its link at the top.</summary>
    private static async Task OpenAsync(ConsolePage console, string section)
    {
        await TabToAsync(console, $"nav a[href='{section}']");
        await console.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Page.Locator($"nav a[href='{section}']")).ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(console.Page.Locator("main :is(h1, h2)").First).ToBeAttachedAsync();
        await Assertions.Expect(console.Page.Locator("main")).ToBeFocusedAsync();
    }

    private static async Task TabToAsync(ConsolePage console, string selector, string text = "")
    {
        for (var i = 0; i < 80; i++)
        {
            if (await console.Page.EvaluateAsync<bool>(
                "([selector, text]) => document.activeElement.matches(selector) && (!text || document.activeElement.textContent === text)",
                new[] { selector, text }))
            {
                return;
            }

            await console.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab never reaches {selector} {text}.");
    }

    private static Task<string> FocusedTextAsync(ConsolePage console) =>
        console.Page.EvaluateAsync<string>("() => document.activeElement.textContent");
}
