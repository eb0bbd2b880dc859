using Microsoft.Playwright;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>
/// The page of an emulator in a browser. Everything that the browser complains about fails the test at its end.
/// </summary>
internal sealed class ConsolePage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private ConsolePage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Opens the page and waits until it is connected.</summary>
    public static async Task<ConsolePage> OpenAsync(
        Browser browser, CognitoIdentityEmulator emulator,
        int width = 1280, int height = 860, ColorScheme colors = ColorScheme.Light, float scale = 1)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colors,
            DeviceScaleFactor = scale,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var console = new ConsolePage(context, await context.NewPageAsync());
        console.Page.Console += (_, message) => console.Note(message.Type is "error" or "warning", message.Text);
        console.Page.PageError += (_, error) => console.Note(true, error);
        console.Page.Request += (_, request) => console.Note(
            !request.Url.StartsWith(emulator.ConsoleAddress!.AbsoluteUri, StringComparison.Ordinal), $"The page asked for {request.Url}.");
        await console.Page.GotoAsync(emulator.ConsoleAddress!.AbsoluteUri);
        await console.SeeAsync("#live", "Live");
        return console;
    }

    /// <summary>Goes to a section, as a link does.</summary>
    public async Task GoToAsync(string fragment)
    {
        await Page.EvaluateAsync("fragment => { location.hash = fragment; }", fragment);
        await Page.WaitForFunctionAsync("() => document.querySelector('main').childElementCount > 0");
    }

    /// <summary>Waits until an element shows a text.</summary>
    public Task SeeAsync(string selector, string text) =>
        Assertions.Expect(Page.Locator(selector).First).ToContainTextAsync(text);

    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Fails the test if the browser complained about anything.</summary>
    public void ExpectNoComplaint()
    {
        lock (_complaints)
        {
            Assert.Empty(_complaints);
        }
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

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
