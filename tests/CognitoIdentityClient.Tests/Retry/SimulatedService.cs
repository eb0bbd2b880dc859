using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>
/// A service with a limit, as the AWS services enforce theirs: a bucket of tokens that fills at the limit's rate, holds so many that a
/// short burst passes, and refuses a request that finds it empty.
/// </summary>
internal sealed class SimulatedService(TimeProvider time, double burstSeconds, TimeSpan latency)
{
    private static readonly Step Throttled = CannedResponse.Error("TooManyRequestsException", message: "Rate exceeded");

    private double _tokens = double.MaxValue;
    private DateTimeOffset _filled = time.GetUtcNow();
    private TaskCompletionSource _arrival = new();

    /// <summary>Requests per second.</summary>
    public required double Limit { get; set; }

    public int Accepted { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Ends when the next request is sent.</summary>
    public Task NextArrival() => (_arrival = new()).Task;

    /// <summary>The step of a <see cref="ScriptedHandler"/>.</summary>
    public async Task<HttpResponseMessage> RespondAsync(RecordedRequest request, CancellationToken cancellationToken)
    {
        _arrival.TrySetResult();
        await Task.Delay(latency / 2, time, cancellationToken);
        var response = Accepts() ? CannedResponse.Ok : Throttled;
        await Task.Delay(latency / 2, time, cancellationToken);
        return await response(request, cancellationToken);
    }

    private bool Accepts()
    {
        var now = time.GetUtcNow();
        _tokens = Math.Min(_tokens + ((now - _filled).TotalSeconds * Limit), 1 + (Limit * burstSeconds));
        _filled = now;
        var accepts = _tokens >= 1;
        _tokens -= accepts ? 1 : 0;
        Accepted += accepts ? 1 : 0;
        Refused += accepts ? 0 : 1;
        return accepts;
    }
}
