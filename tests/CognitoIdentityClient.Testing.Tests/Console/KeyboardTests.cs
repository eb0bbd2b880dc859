using Microsoft.Playwright;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>The page without a mouse.</summary>
public class KeyboardTests
{
    [ChromiumFact]
    public async Task Page_is_used_by_keyboard_alone()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        await client.GetIdAsync(new() { IdentityPoolId = emulator.Seed(new()) });
        await using var console = await ConsolePage.OpenAsync(emulator);
        await console.SeeAsync(".row", "GetId");
        await console.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await FocusedTextAsync(console));
        await TabToAsync(console, "GetId");
        await console.Page.Keyboard.PressAsync("Enter");
        await console.SeeAsync(".detail h1", "GetId");
        console.ExpectNoComplaint();
    }

    // Else a reader would have to go through the whole list to reach what it opened.
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

        await using var console = await ConsolePage.OpenAsync(emulator, width: 500);
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
        await using var console = await ConsolePage.OpenAsync(emulator);
        await console.GoToAsync("#/faults");
        await console.Page.Locator(".skip").FocusAsync();
        await console.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(console.Page.Locator("main")).ToBeFocusedAsync();
        await console.SeeAsync("main h1", "Make something go wrong");
        Assert.EndsWith("#/faults", console.Page.Url, StringComparison.Ordinal);
        console.ExpectNoComplaint();
    }

    private static async Task TabToAsync(ConsolePage console, string text)
    {
        for (var i = 0; i < 30 && !(await FocusedTextAsync(console)).Contains(text, StringComparison.Ordinal); i++)
        {
            await console.Page.Keyboard.PressAsync("Tab");
        }
    }

    private static Task<string> FocusedTextAsync(ConsolePage console) =>
        console.Page.EvaluateAsync<string>("() => document.activeElement.textContent");
}
