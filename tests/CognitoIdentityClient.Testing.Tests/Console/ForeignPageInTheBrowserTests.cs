using System.Text.Json;
using CognitoIdentity.Tests.Support;
using Microsoft.Playwright;
using WireMock.ResponseBuilders;

namespace CognitoIdentity.Testing.Tests.Console;

/// <summary>A page of another origin tries everything that a browser lets it do, from a server of its own on this machine.</summary>
[Collection(BrowserTests.Name)]
public class ForeignPageInTheBrowserTests(Browser browser)
{
    // Each attempt returns the text that it read; its changes are checked afterwards.
    private const string Attempts =
        """
        async root => {
          const json = { 'Content-Type': 'application/json' };
          const read = {};
          const attempt = async (name, action) => {
            try { read[name] = await action(); } catch (error) { read[name] = `failed: ${error.name}`; }
          };
          const text = async (path, options) => (await fetch(root + path, options)).text();
          await attempt('read', () => text('requests?secrets=true'));
          await attempt('read opaque', () => text('requests', { mode: 'no-cors' }));
          await attempt('read with credentials', () => text('health', { credentials: 'include' }));
          await attempt('post json', () => text('reset', { method: 'POST', headers: json, body: '{}' }));
          await attempt('post text', () => text('reset', { method: 'POST', mode: 'no-cors', body: '{}' }));
          await attempt('post form', () => text('reset', { method: 'POST', mode: 'no-cors', body: new URLSearchParams('state=true') }));
          await attempt('delete', () => text('requests', { method: 'DELETE' }));
          const element = (tag, properties) => new Promise(done => {
            const it = Object.assign(document.createElement(tag), properties);
            it.onload = () => done('loaded');
            it.onerror = () => done('failed: error');
            document.body.append(it);
          });
          await attempt('image', () => element('img', { src: root + 'icon.svg' }));
          await attempt('script', () => element('script', { src: root + 'main.js' }));
          await attempt('module', () => element('script', { src: root + 'dom.js', type: 'module' }));
          await attempt('style', () => element('link', { href: root + 'console.css', rel: 'stylesheet' }));
          await attempt('frame', async () => {
            const frame = document.createElement('iframe');
            frame.src = root;
            const loaded = new Promise(done => { frame.onload = done; });
            document.body.append(frame);
            await loaded;
            return frame.contentDocument ? frame.contentDocument.body.textContent : 'failed: another origin';
          });
          await attempt('events', () => new Promise(done => {
            const events = new EventSource(root + 'events');
            events.onmessage = () => done('received');
            events.addEventListener('state', () => done('received'));
            events.onerror = () => { events.close(); done('failed: error'); };
          }));
          return JSON.stringify(read);
        }
        """;

    [ChromiumFact]
    public async Task Foreign_page_reads_and_changes_nothing()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        await client.GetIdAsync(new() { IdentityPoolId = emulator.Seed(new()) });
        emulator.Faults.Add(Fault.Throttling());
        var before = emulator.TakeSnapshot();
        // A server that has nothing to do with the emulator.
        using var server = StubServer.Start(Response.Create()
            .WithHeader("Content-Type", "text/html").WithBody("<!doctype html><title>Foreign</title><body></body>"));
        await using var context = await browser.NewContextAsync(new());
        // Another port of the same site, and another site. The form of the last attempt leads the page away.
        foreach (var host in new[] { "127.0.0.1", "localhost" })
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(new UriBuilder(server.Url!) { Host = host }.Uri.AbsoluteUri);
            var read = await TryEverythingAsync(page, emulator);
            Assert.Equal(13, read.Count);
            // An opaque response has no text.
            Assert.All(read, attempt => Assert.True(
                attempt.Value.Length == 0 || attempt.Value.StartsWith("failed: ", StringComparison.Ordinal), $"{host}: {attempt}"));
            // The emulator responded, and the browser keeps the response from the page.
            Assert.StartsWith(
                "net::ERR_BLOCKED_BY_RESPONSE.", (await SendBeaconAsync(page, emulator)).Failure, StringComparison.Ordinal);
            var reply = await page.RunAndWaitForResponseAsync(
                () => page.EvaluateAsync(
                    """
                    root => {
                      const form = Object.assign(
                        document.createElement('form'), { action: root + 'reset', method: 'post', enctype: 'text/plain' });
                      form.append(Object.assign(document.createElement('input'), { name: '{"a":"', value: '"}' }));
                      document.body.append(form);
                      form.submit();
                    }
                    """,
                    emulator.ConsoleAddress!.AbsoluteUri),
                response => response.Request.IsNavigationRequest && response.Url.EndsWith("/reset", StringComparison.Ordinal));
            Assert.Equal(403, reply.Status);
        }

        Assert.Equal(before, emulator.TakeSnapshot());
        Assert.Equal((1, 1), (emulator.Requests.Count, emulator.Faults.Count));
    }

    // Otherwise the attempts above would prove nothing.
    [ChromiumFact]
    public async Task Same_attempts_succeed_on_the_page_itself()
    {
        await using var emulator = await CognitoIdentityEmulator.StartAsync();
        using var client = emulator.CreateClient();
        await client.GetIdAsync(new() { IdentityPoolId = emulator.Seed(new()) });
        await using var context = await browser.NewContextAsync(new());
        var page = await context.NewPageAsync();
        await page.GotoAsync(emulator.ConsoleAddress!.AbsoluteUri);
        var read = await TryEverythingAsync(page, emulator);
        Assert.Contains("GetId", read["read"], StringComparison.Ordinal);
        Assert.Equal(("loaded", "received"), (read["image"], read["events"]));
        // Not as a foreign page: a beacon arrives, and fails only because it is no JSON.
        Assert.Equal(400, (await (await SendBeaconAsync(page, emulator)).ResponseAsync())!.Status);
        Assert.DoesNotContain("us-east-1:", emulator.TakeSnapshot(), StringComparison.Ordinal);
    }

    // A page cannot see what becomes of its beacon, but the browser can.
    private static async Task<IRequest> SendBeaconAsync(IPage page, CognitoIdentityEmulator emulator)
    {
        var ended = new TaskCompletionSource<IRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.RequestFinished += End;
        page.RequestFailed += End;
        Assert.True(await page.EvaluateAsync<bool>(
            "root => navigator.sendBeacon(root + 'reset?beacon', new Blob(['{}'], { type: 'text/plain' }))",
            emulator.ConsoleAddress!.AbsoluteUri));
        return await ended.Task.WithinSafetyLimit();

        void End(object? sender, IRequest request)
        {
            if (request.Url.EndsWith("reset?beacon", StringComparison.Ordinal))
            {
                ended.TrySetResult(request);
            }
        }
    }

    private static async Task<Dictionary<string, string>> TryEverythingAsync(IPage page, CognitoIdentityEmulator emulator) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            await page.EvaluateAsync<string>(Attempts, emulator.ConsoleAddress!.AbsoluteUri))!;
}
