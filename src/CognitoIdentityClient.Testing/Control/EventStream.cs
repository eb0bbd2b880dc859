using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CognitoIdentity.Testing;

/// <summary>
/// Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): an event "request" for every exchange that began
/// or ended, and an event "state" after every change. An event's id is the log's revision, so that a browser that reconnects goes on
/// where it stopped. Nothing is queued for a slow reader: it gets the latest state of each exchange when it reads again.
/// </summary>
internal sealed class EventStream(ControlContext context)
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    // Under load many changes leave together.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public async Task SendAsync(ControlCall call)
    {
        var showSecrets = call.QueryFlag("secrets");
        var sent = LastEventId(call) ?? call.QueryNumber("after", 0, 0, long.MaxValue);
        var response = call.Http.Response;
        response.ContentType = "text/event-stream";
        // The first event leaves at once, so that the reader knows that it is connected.
        var isFirst = true;
        while (!call.Canceled.IsCancellationRequested)
        {
            var changed = context.Exchanges.Watch().Changed;
            var (exchanges, revision, oldest) = context.Exchanges.Read();
            // A revision of the future is one of an emulator that ran here before.
            sent = sent > revision ? 0 : sent;
            if (isFirst || revision > sent)
            {
                var text = new StringBuilder();
                foreach (var exchange in exchanges.Where(exchange => exchange.Revision > sent))
                {
                    Append(text, "request", revision, ExchangeView.Describe(exchange, showSecrets), ControlJson.Readable.ExchangeDocument);
                }

                Append(text, "state", revision, new StateEventDocument(context.StartedAt, oldest), ControlJson.Readable.StateEventDocument);
                await WriteAsync(call, text.ToString()).ConfigureAwait(false);
                (sent, isFirst) = (revision, false);
            }

            try
            {
                await changed.WaitAsync(KeepAlive, TimeProvider.System, call.Canceled).ConfigureAwait(false);
                await Task.Delay(Pause, TimeProvider.System, call.Canceled).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                await WriteAsync(call, ": still connected\n\n").ConfigureAwait(false);
            }
        }
    }

    private static async Task WriteAsync(ControlCall call, string text)
    {
        await call.Http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), call.Canceled).ConfigureAwait(false);
        await call.Http.Response.Body.FlushAsync(call.Canceled).ConfigureAwait(false);
    }

    // JSON without indentation has no line break, as a line of data must not have.
    private static void Append<T>(StringBuilder text, string name, long id, T document, JsonTypeInfo<T> type) => text.Append(
        CultureInfo.InvariantCulture, $"event: {name}\nid: {id}\ndata: {JsonSerializer.Serialize(document, type)}\n\n");

    private static long? LastEventId(ControlCall call) =>
        long.TryParse(call.Http.Request.Headers["Last-Event-ID"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
