using System.Collections.Concurrent;
using System.Text;

namespace CognitoIdentity.Tests.Support;

/// <summary>The response of a handler to a request.</summary>
public delegate Task<HttpResponseMessage> Step(RecordedRequest request, CancellationToken cancellationToken);

/// <summary>Stands in for the service: responds to each request with the next step of a script, and repeats the last step.</summary>
public sealed class ScriptedHandler(params Step[] script) : HttpMessageHandler
{
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun = -1;

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>The only request.</summary>
    public RecordedRequest Request => Assert.Single(_requests);

    /// <summary>Completes when the first request has come.</summary>
    public Task Received => _received.Task.WithinSafetyLimit();

    public bool IsDisposed { get; private set; }

    /// <summary>Creates a handler that responds to every request with this body.</summary>
    public static ScriptedHandler Responding(string body, string contentType = "application/x-amz-json-1.1") =>
        Responding(Encoding.UTF8.GetBytes(body), contentType);

    /// <inheritdoc cref="Responding(string, string)"/>
    public static ScriptedHandler Responding(byte[] body, string contentType = "application/x-amz-json-1.1") =>
        new(CannedResponse.Body(body, headers: ("Content-Type", contentType)));

    /// <summary>
    /// Creates a client of this service. It has credentials, with a session token, for anonymous operations too. It checks no requests: the
    /// ids in the API reference's own samples (<c>…-23199EXAMPLE</c>) have capitals, which its pattern for ids does not allow.
    /// </summary>
    public CognitoIdentityClient CreateClient(TestCredentials? credentials = null, int maxAttempts = 1) =>
        TestClient.Create(this, options =>
    {
        options.Credentials = credentials ?? new();
        options.MaxAttempts = maxAttempts;
        options.RequestValidation = RequestValidation.None;
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = await RecordedRequest.FromAsync(request, cancellationToken);
        _requests.Enqueue(recorded);
        _received.TrySetResult();
        var index = Math.Min(Interlocked.Increment(ref _begun), script.Length - 1);
        return await script[index](recorded, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
