using System.Text.RegularExpressions;
using CognitoIdentity.Testing.Tests.Control;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>The page's files as they are served.</summary>
public partial class ConsoleFileTests
{
    private const int MaxBytes = 100 * 1024;

    [Fact]
    public async Task Page_is_smaller_than_100_kilobytes_and_loads_nothing_from_outside()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        var page = (await control.GetAsync("")).Ok();
        Assert.Equal("text/html; charset=utf-8", page.Headers["Content-Type"]);
        var files = new Dictionary<string, string> { [""] = page.Body };
        var found = new Queue<string>([""]);
        while (found.TryDequeue(out var name))
        {
            foreach (var reference in References().Matches(files[name]).Select(match => match.Groups["file"].Value.TrimStart('.', '/')))
            {
                if (!files.ContainsKey(reference))
                {
                    files[reference] = (await control.GetAsync(reference)).Ok().Body;
                    found.Enqueue(reference);
                }
            }
        }

        Assert.Equal(ConsoleFiles.Routes.Select(route => route.Template.TrimStart('/')).Order(), files.Keys.Order());
        Assert.InRange(files.Values.Sum(System.Text.Encoding.UTF8.GetByteCount), 1, MaxBytes);
        Assert.All(
            files, file => Assert.DoesNotMatch(Outside(), file.Value.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Scripts_never_read_text_as_html()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var control = new ControlClient(emulator);
        foreach (var route in ConsoleFiles.Routes.Where(route => route.Template.EndsWith(".js", StringComparison.Ordinal)))
        {
            var script = (await control.GetAsync(route.Template.TrimStart('/'))).Ok();
            Assert.Equal("text/javascript; charset=utf-8", script.Headers["Content-Type"]);
            Assert.DoesNotMatch(ReadsHtml(), script.Body);
        }
    }

    [Fact]
    public async Task Address_without_its_last_slash_leads_to_the_page()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var response = await http.GetAsync(new Uri(emulator.Endpoint, "_emulator"));
        Assert.Equal(308, (int)response.StatusCode);
        Assert.Equal("/_emulator/", response.Headers.Location?.OriginalString);
        Assert.Equal(new Uri(emulator.Endpoint, "_emulator/"), emulator.ConsoleAddress);
    }

    [GeneratedRegex("""(?:src=|href=|from )["'](?<file>(?:\./)?[a-z]+\.(?:js|css|svg|json))["']""")]
    private static partial Regex References();

    [GeneratedRegex("""["'(]\s*(?:https?:)?//[a-z]""")]
    private static partial Regex Outside();

    [GeneratedRegex("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function|DOMParser|srcdoc")]
    private static partial Regex ReadsHtml();
}
