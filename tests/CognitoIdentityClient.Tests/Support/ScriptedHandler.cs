using System.Collections.Concurrent;
using System.Text;

namespace CognitoIdentity.Tests.Support;

/// <summary>What a handler does with a request.</summary>
internal delegate Task<HttpResponseMessage> Step(RecordedRequest request, CancellationToken cancellationToken);

/// <summary>A request as it was when it reached the handler: the message itself does not outlive the call.</summary>
internal sealed record RecordedRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? this[string header] => Headers.GetValueOrDefault(header);

    public static async Task<RecordedRequest> FromAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.NonValidated.Concat(request.Content!.Headers.NonValidated)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new(request.Method, request.RequestUri!, headers, await request.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}

/// <summary>Answers each request with the next step of a script, and with the last one from then on. Keeps the requests.</summary>
internal sealed class ScriptedHandler(params Step[] script) : HttpMessageHandler
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private int _begun = -1;

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public RecordedRequest Request => Assert.Single(_requests);

    public bool IsDisposed { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = await RecordedRequest.FromAsync(request, cancellationToken);
        _requests.Enqueue(recorded);
        var index = Math.Min(Interlocked.Increment(ref _begun), script.Length - 1);
        return await script[index](recorded, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
