using System.Globalization;
using OpenTelemetry.Metrics;

namespace ObservabilitySample;

/// <summary>Prints the points of metrics, without the tags that are the same for every call of a client.</summary>
internal static class MetricPrinter
{
    private static readonly string[] SameEverywhere = ["rpc.system", "rpc.service", "server.address", "server.port", "cloud.region"];

    public static void Print(IEnumerable<MetricSnapshot> metrics, TextWriter output)
    {
        foreach (var metric in metrics.OrderBy(metric => metric.Name, StringComparer.Ordinal))
        {
            output.WriteLine(metric.Name);
            foreach (var point in metric.MetricPoints)
            {
                output.WriteLine($"  {Value(metric, point),-14} {Tags(point)}".TrimEnd());
            }
        }
    }

    private static string Value(MetricSnapshot metric, MetricPoint point) => metric.MetricType == MetricType.Histogram
        ? string.Create(CultureInfo.InvariantCulture, $"{point.GetHistogramCount()} in {point.GetHistogramSum():0.000} s")
        : point.GetSumLong().ToString(CultureInfo.InvariantCulture);

    private static string Tags(MetricPoint point)
    {
        var tags = new List<string>();
        foreach (var tag in point.Tags)
        {
            if (!SameEverywhere.Contains(tag.Key))
            {
                tags.Add($"{tag.Key}={tag.Value}");
            }
        }

        return string.Join("  ", tags);
    }
}
