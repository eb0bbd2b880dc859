using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>Listens to the spans and metrics named <c>CognitoIdentity</c>.</summary>
internal sealed class Recording : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<Measurement> _measurements = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Recording()
    {
        _activities = new()
        {
            ShouldListenTo = source => source.Name == "CognitoIdentity",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "CognitoIdentity")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.Start();
    }

    /// <summary>The spans that have ended.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    /// <summary>The only span that has ended.</summary>
    public Activity Span => Assert.Single(_spans);

    public IReadOnlyList<Measurement> All => [.. _measurements];

    /// <summary>Everything that was recorded, as text.</summary>
    public string Text => string.Join('\n', [
        .. _measurements.Select(measurement => $"{measurement.Name} {string.Join(' ', measurement.Tags)}"),
        .. _spans.Select(span =>
            $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)} "
            + string.Join(' ', span.Events.Select(item => $"{item.Name} {string.Join(' ', item.Tags)}"))),
    ]);

    /// <summary>The tags of every measurement of an instrument.</summary>
    public IReadOnlyList<Measurement> Find(string instrument) => [.. _measurements.Where(measurement => measurement.Name == instrument)];

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue(new(instrument.Name, value, tags.ToArray().ToDictionary()));

    internal sealed record Measurement(string Name, double Value, IReadOnlyDictionary<string, object?> Tags)
    {
        public object? this[string tag] => Tags.GetValueOrDefault(tag);
    }
}
