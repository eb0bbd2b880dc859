using CognitoIdentity.Testing.Tests.Console;
using CognitoIdentity.Tests.Support;
using Microsoft.Playwright;

namespace CognitoIdentity.Samples.Tests.WebApi;

/// <summary>The pictures of samples/WebApi/README.md.</summary>
[Collection(BrowserTests.Name)]
public sealed class PictureTests(Browser browser)
{
    private const string Variable = "SAMPLE_SCREENSHOTS";

    [PictureFact(Timeout = 300_000)]
    public async Task Pictures_of_the_readme_are_made()
    {
        await TakeAsync("page", width: 900, height: 860, ColorScheme.Light, scale: 1);
        await TakeAsync("page-phone", width: 390, height: 844, ColorScheme.Dark, scale: 1.5f);
    }

    private async Task TakeAsync(string name, int width, int height, ColorScheme colors, float scale)
    {
        await using var shop = await ShopPage.OpenAsync(browser, width, height, colors, scale);
        await shop.SignInAsync("Bob");
        await shop.SeeAsync("#partners", "No access");
        await shop.Page.Clock.FastForwardAsync("13:25");
        await shop.Page.ScreenshotAsync(new() { Path = Repository.PathOf($"samples/WebApi/{name}.png") });
        shop.ExpectNoComplaint();
    }

    private sealed class PictureFactAttribute : FactAttribute
    {
        public PictureFactAttribute()
        {
            if (Environment.GetEnvironmentVariable(Variable) is not "1")
            {
                Skip = $"It writes pictures into samples/WebApi and runs only with {Variable}=1.";
            }
            else if (ExternalProgram.Find("chromium") is null)
            {
                Skip = "There is no 'chromium': install the package chromium.";
            }
        }
    }
}
