using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Diagnostics;

/// <summary>
/// The queries of the alerts in docs/guides/observability.md find what the client measures. An alert with a name that does not exist never
/// fires.
/// </summary>
/// <remarks>
/// https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/: dots become underscores, the unit is appended unless
/// it is an annotation in braces, then <c>_total</c> to counters, and <c>_count</c>, <c>_sum</c> and <c>_bucket</c> to histograms.
/// </remarks>
[Collection(ListeningTests.Name)]
public sealed partial class AlertQueryTests
{
    private static readonly string[] HistogramSuffixes = ["_count", "_sum", "_bucket"];

    private static readonly Dictionary<string, string> InstrumentsBySeries = ObservabilityGuideTests.Instruments()
        .SelectMany(instrument => Series(instrument).Select(series => (series, instrument.Name)))
        .ToDictionary(entry => entry.series, entry => entry.Name);

    private static readonly string[][] Alerts = [.. ObservabilityGuideTests.Rows
        .SkipWhile(row => row is not ["alert", "query", "what to do"]).Skip(2).TakeWhile(row => row.Length == 3)];

    [Fact]
    public void Queries_use_series_that_the_exporter_makes_of_the_instruments()
    {
        Assert.NotEmpty(Alerts);
        Assert.All(Alerts, alert =>
        {
            Assert.NotEmpty(SeriesIn(alert[1]));
            Assert.All(SeriesIn(alert[1]), series => Assert.Contains(series, InstrumentsBySeries.Keys));
        });
    }

    [Fact]
    public async Task Queries_use_labels_and_values_that_the_client_measures()
    {
        using var recording = new Recording();
        await ObservabilityGuideTests.DriveAsync();

        Assert.All(Alerts, alert =>
        {
            foreach (Match selector in Selector().Matches(alert[1]))
            {
                foreach (Match matcher in Matcher().Matches(selector.Groups["matchers"].Value))
                {
                    var values = Values(recording, selector.Groups["series"].Value, matcher.Groups["label"].Value);
                    Assert.NotEmpty(values);

                    // A series without the label passes {label!=""} not, whatever the values are.
                    Assert.True(
                        matcher.Value.EndsWith("!=\"\"", StringComparison.Ordinal) || values.Contains(matcher.Groups["value"].Value));
                }
            }

            // Labels that a query groups by, or that an alert names for a person to look at.
            var labels = Grouping().Matches(alert[1]).Concat(LabelInText().Matches(alert[2])).Select(match => match.Groups["label"].Value);
            foreach (var label in labels)
            {
                Assert.All(SeriesIn(alert[1]), series => Assert.NotEmpty(Values(recording, series, label)));
            }
        });
    }

    private static IEnumerable<string> Series(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            ['{', .., '}'] => "",
            _ => throw new InvalidOperationException($"The test does not know what the exporter makes of the unit {instrument.Unit}."),
        };
        var name = Underscored(instrument.Name) + unit;
        return instrument is Histogram<double> ? HistogramSuffixes.Select(suffix => name + suffix) : [$"{name}_total"];
    }

    private static List<string> SeriesIn(string query) => [.. SeriesName().Matches(query).Select(match => match.Value)];

    private static List<string?> Values(Recording recording, string series, string label) =>
    [
        .. recording.Find(InstrumentsBySeries[series])
            .SelectMany(measurement => measurement.Tags.Where(tag => Underscored(tag.Key) == label))
            .Select(tag => tag.Value?.ToString()),
    ];

    private static string Underscored(string name) => name.Replace('.', '_');

    [GeneratedRegex("(?:rpc_client|cognito_identity)_[a-z_]+")]
    private static partial Regex SeriesName();

    [GeneratedRegex(@"(?<series>[a-z_]+)\{(?<matchers>[^}]*)\}")]
    private static partial Regex Selector();

    [GeneratedRegex("(?<label>[a-z_]+)!?=~?\"(?<value>[^\"]*)\"")]
    private static partial Regex Matcher();

    [GeneratedRegex(@"by \((?<label>[a-z_]+)\)")]
    private static partial Regex Grouping();

    [GeneratedRegex("`(?<label>[a-z]+_[a-z_]+)`")]
    private static partial Regex LabelInText();
}
