using System.Globalization;
using Microsoft.Playwright;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>The sentences in the list of requests.</summary>
[Collection(BrowserTests.Name)]
public class RequestListTests(Browser browser)
{
    [ChromiumFact]
    public async Task Pool_is_called_by_its_name_once_it_is_known()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        await using var console = await ConsolePage.OpenAsync(browser, emulator);
        using var client = emulator.CreateClient();
        var pool = await client.CreateIdentityPoolAsync(new() { IdentityPoolName = "Shop", AllowUnauthenticatedIdentities = true });
        var id = pool.IdentityPoolId[..18];
        await console.SeeAsync(".row .what", $"Created the identity pool “Shop”, {id}….");
        await console.SeeAsync("main", "1 request, newest first");
        await console.SeeAsync(".row .meta", $"signed by {EmulatorAccessKey.Example.AccessKeyId}");
        await Assertions.Expect(console.Page.Locator(".row time").First)
            .ToHaveTextAsync(emulator.Requests.Single().Time.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        await client.SetIdentityPoolRolesAsync(new() { IdentityPoolId = pool.IdentityPoolId, Roles = new Dictionary<RoleType, string>() });
        await console.SeeAsync(".row .what", "Set 0 roles and 0 role mappings of “Shop”.");
        await console.SeeAsync("main", "2 requests, newest first");

        await client.GetIdAsync(new() { IdentityPoolId = pool.IdentityPoolId });
        await console.SeeAsync(".row .meta", "anonymous");

        await console.Page.Locator(".row").Last.ClickAsync();
        await console.SeeAsync(".detail .lead", $"Created the identity pool “Shop”, {id}….");
        await console.SeeAsync(".detail dl", EmulatorAccessKey.Example.AccessKeyId);
        await console.SeeAsync(
            ".detail dl time",
            $"{emulator.Requests.First().Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC");
        console.ExpectNoComplaint();
    }
}
