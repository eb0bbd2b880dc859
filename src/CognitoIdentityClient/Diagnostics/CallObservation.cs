using System.Diagnostics;

namespace CognitoIdentity;

/// <summary>The measurements of one call with a listener: its span, its log scope, its times and its latest response.</summary>
internal sealed class CallObservation(TimeProvider time, Activity? span, IDisposable? scope) : IDisposable
{
    private readonly long _begun = time.GetTimestamp();
    private readonly DateTimeOffset _beginning = time.GetUtcNow();
    private TimeSpan? _attemptBegun;
    private Exception? _attemptError;

    public Activity? Span => span;

    /// <summary>The time since the call began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_begun);

    /// <summary>The service's id of the latest request; null if it got no response.</summary>
    public string? RequestId { get; private set; }

    /// <summary>The HTTP status of the latest response; null if the latest request got no response.</summary>
    public int? StatusCode { get; private set; }

    public void BeginAttempt()
    {
        (RequestId, StatusCode, _attemptError) = (null, null, null);
        _attemptBegun = Elapsed;
    }

    public void Receive(HttpResponseMessage response)
    {
        RequestId = ResponseMetadata.ReadRequestId(response.Headers);
        StatusCode = (int)response.StatusCode;
    }

    public void FailAttempt(Exception error) => _attemptError = error;

    /// <summary>Records the attempt. One that failed before it began, while it fetched its credentials, is not recorded.</summary>
    /// <param name="attempt">The number of the attempt, from 1.</param>
    /// <param name="tags">The tags of the call, to which those of the attempt are added.</param>
    public void EndAttempt(int attempt, TagList tags)
    {
        if (_attemptBegun is not { } begun)
        {
            return;
        }

        _attemptBegun = null;
        var duration = Elapsed - begun;
        AddOutcome(ref tags, _attemptError);
        CallMetrics.AttemptEnded(tags, duration);
        AddEvent(
            "attempt",
            ("cognito_identity.attempt", attempt),
            ("cognito_identity.attempt.duration", duration.TotalSeconds),
            ("http.response.status_code", StatusCode),
            ("aws.request_id", RequestId),
            ("error.type", _attemptError is null ? null : Telemetry.ErrorType(_attemptError)));
    }

    /// <summary>Adds an event to the span. Tags without a value are left out.</summary>
    public void AddEvent(string name, params ReadOnlySpan<(string Key, object? Value)> tags)
    {
        if (span is null)
        {
            return;
        }

        var collection = new ActivityTagsCollection();
        foreach (var (key, value) in tags)
        {
            if (value is not null)
            {
                collection.Add(key, value);
            }
        }

        span.AddEvent(new ActivityEvent(name, _beginning + Elapsed, collection));
    }

    /// <summary>Records the outcome that the caller gets, which can differ from that of the last attempt.</summary>
    /// <param name="attempts">The number of attempts.</param>
    /// <param name="error">The error that the caller gets; null for a success.</param>
    /// <param name="tags">The tags of the call, to which those of its outcome are added.</param>
    /// <returns>The duration of the call.</returns>
    public TimeSpan End(int attempts, Exception? error, TagList tags)
    {
        var duration = Elapsed;
        AddOutcome(ref tags, error);
        CallMetrics.CallEnded(tags, duration);
        if (span is not null)
        {
            span.SetTag("http.response.status_code", StatusCode);
            span.SetTag("aws.request_id", RequestId);
            span.SetTag("cognito_identity.attempts", attempts);
            if (error is not null)
            {
                // No message: a span has codes and ids only.
                span.SetTag("error.type", Telemetry.ErrorType(error));
                span.SetStatus(ActivityStatusCode.Error, Telemetry.ErrorType(error));
            }

            span.SetEndTime((_beginning + duration).UtcDateTime);
        }

        return duration;
    }

    public void Dispose()
    {
        span?.Dispose();
        scope?.Dispose();
    }

    private void AddOutcome(ref TagList tags, Exception? error)
    {
        if (StatusCode is { } status)
        {
            tags.Add("http.response.status_code", status);
        }

        if (error is not null)
        {
            tags.Add("error.type", Telemetry.ErrorType(error));
        }
    }
}
