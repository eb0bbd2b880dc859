using System.Collections.Concurrent;
using System.Diagnostics;
using CognitoIdentity.Tests.Support;
using OpenTelemetry;

namespace CognitoIdentity.Samples.Tests.WebApi;

/// <summary>Records the spans that ended. A server's span ends only after its client has read the response.</summary>
internal sealed class SpanRecorder(string lastSpan) : BaseProcessor<Activity>
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly TaskCompletionSource _lastEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override void OnEnd(Activity data)
    {
        _spans.Enqueue(data);
        if (data.DisplayName == lastSpan)
        {
            _lastEnded.TrySetResult();
        }
    }

    /// <summary>Waits for the last span.</summary>
    /// <returns>All spans that have ended by then.</returns>
    public async Task<IReadOnlyList<Activity>> WaitForLastAsync()
    {
        await _lastEnded.Task.WithinSafetyLimit();
        return [.. _spans];
    }
}
