using CognitoIdentity.Testing.Tests.Console;
using Microsoft.Playwright;

namespace CognitoIdentity.Samples.Tests.WebApi;

/// <summary>The page of samples/WebApi in a headless Chromium, served by Kestrel, with the complaints of the browser.</summary>
internal sealed class ShopPage : IAsyncDisposable
{
    private readonly Shop _shop;
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private ShopPage(Shop shop, IBrowserContext context, IPage page)
    {
        _shop = shop;
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    public static async Task<ShopPage> OpenAsync(
        Browser browser,
        int width = 1100,
        int height = 900,
        ColorScheme colors = ColorScheme.Light,
        float scale = 1)
    {
        var shop = new Shop();
        shop.UseKestrel(port: 0);
        shop.StartServer();
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colors,
            DeviceScaleFactor = scale,
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = "UTC",
            Locale = "en-GB",
        });
        var page = new ShopPage(shop, context, await context.NewPageAsync());
        await page.LoadAsync(shop.ClientOptions.BaseAddress);
        return page;
    }

    public Task SignInAsync(string name) => ClickAsync(name);

    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    /// <summary>Waits until an element with a text is visible.</summary>
    public Task SeeAsync(string selector, string text) =>
        Assertions.Expect(Page.Locator($"{selector}:visible")).ToContainTextAsync(text);

    public void ExpectNoComplaint()
    {
        lock (_complaints)
        {
            Assert.Empty(_complaints);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _shop.DisposeAsync();
    }

    private async Task LoadAsync(Uri address)
    {
        // The responses 401 and 403 are part of the story, and Chromium reports them.
        Page.Console += (_, message) => Note(
            message.Type is "error" or "warning" && !message.Text.Contains("status of 40", StringComparison.Ordinal), message.Text);
        Page.PageError += (_, error) => Note(true, error);
        Page.Request += (_, request) => Note(
            !request.Url.StartsWith(address.AbsoluteUri, StringComparison.Ordinal), $"The page asked for {request.Url}.");
        await Page.Clock.InstallAsync();
        await Page.GotoAsync(address.AbsoluteUri);
        await SeeAsync("#users", "Alice");
        await SeeAsync("#health", "healthy");
    }

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            lock (_complaints)
            {
                _complaints.Add(text);
            }
        }
    }
}
