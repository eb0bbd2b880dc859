using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CognitoIdentity;

/// <summary>The metrics of calls.</summary>
internal static class CallMetrics
{
    private static readonly Histogram<double> CallDuration =
        CreateHistogram("rpc.client.call.duration", "Duration of calls, including all attempts and waits.");

    private static readonly Histogram<double> AttemptDuration =
        CreateHistogram("cognito_identity.client.attempt.duration", "Duration of the attempts of calls.");

    private static readonly Counter<long> Retries = Telemetry.Meter.CreateCounter<long>(
        "cognito_identity.client.retries", "{retry}", "Retries of calls by their reason.");

    private static readonly Counter<long> Throttles = Telemetry.Meter.CreateCounter<long>(
        "cognito_identity.client.throttles", "{response}", "Responses in which the service asks for fewer requests.");

    private static readonly Counter<long> QuotaExhaustions = Telemetry.Meter.CreateCounter<long>(
        "cognito_identity.client.retry_quota.exhaustions",
        "{call}",
        "Calls that failed without a retry because the retry quota was exhausted.");

    private static readonly Counter<long> ClockCorrections = Telemetry.Meter.CreateCounter<long>(
        "cognito_identity.client.clock_corrections",
        "{correction}",
        "Changes by more than 4 minutes of what the client takes for the service's time.");

    /// <summary>Whether anybody listens to a duration.</summary>
    public static bool MeasureDurations => CallDuration.Enabled || AttemptDuration.Enabled;

    public static void CallEnded(in TagList tags, TimeSpan duration) => CallDuration.Record(duration.TotalSeconds, tags);

    public static void AttemptEnded(in TagList tags, TimeSpan duration) => AttemptDuration.Record(duration.TotalSeconds, tags);

    public static void Retrying(TagList tags, string reason)
    {
        tags.Add("cognito_identity.retry.reason", reason);
        Retries.Add(1, tags);
    }

    public static void Throttled(in TagList tags) => Throttles.Add(1, tags);

    public static void QuotaExhausted(in TagList tags) => QuotaExhaustions.Add(1, tags);

    public static void ClockCorrected(in TagList tags) => ClockCorrections.Add(1, tags);

    // The buckets that the conventions advise for the duration of calls. Before version 9 of System.Diagnostics.DiagnosticSource, a meter
    // cannot advise them, so there the exporter's are used, or a view of the application.
    private static Histogram<double> CreateHistogram(string name, string description) =>
#if NET9_0_OR_GREATER
        Telemetry.Meter.CreateHistogram(
            name,
            "s",
            description,
            tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
            });
#else
        Telemetry.Meter.CreateHistogram<double>(name, "s", description);
#endif
}
