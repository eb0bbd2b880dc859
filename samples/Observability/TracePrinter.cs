using System.Diagnostics;
using System.Globalization;

namespace ObservabilitySample;

/// <summary>Prints spans as a trace viewer shows them: each below its parent, with its events in between, in the order of time.</summary>
internal static class TracePrinter
{
    private const int Width = 72;

    public static void Print(IReadOnlyCollection<Activity> spans, TextWriter output)
    {
        foreach (var root in spans.Where(span => spans.All(other => other.SpanId != span.ParentSpanId)).OrderBy(span => span.StartTimeUtc))
        {
            Print(root, spans, output, "");
        }
    }

    private static void Print(Activity span, IReadOnlyCollection<Activity> spans, TextWriter output, string indent)
    {
        var result = span.GetTagItem("outcome") ?? span.GetTagItem("error.type");
        output.WriteLine($"{$"{indent}{span.DisplayName}  {result}".TrimEnd().PadRight(Width)} {Seconds(span.Duration.TotalSeconds)}");
        var inner = $"{indent}  ";
        var items = new List<(DateTime Time, Action Print)>();
        items.AddRange(span.Events.Select(item => (item.Timestamp.UtcDateTime, (Action)(() => output.WriteLine(Describe(item, inner))))));
        items.AddRange(spans.Where(child => child.ParentSpanId == span.SpanId)
            .Select(child => (child.StartTimeUtc, (Action)(() => Print(child, spans, output, inner)))));
        foreach (var (_, print) in items.OrderBy(item => item.Time))
        {
            print();
        }
    }

    private static string Describe(ActivityEvent item, string indent)
    {
        var tags = item.Tags.ToDictionary();
        return item.Name switch
        {
            "attempt" => $"{indent}attempt {tags["cognito_identity.attempt"]}  "
                + $"{tags.GetValueOrDefault("http.response.status_code")} {tags.GetValueOrDefault("error.type")}".TrimEnd(),
            "retry" => $"{indent}retry      {tags["cognito_identity.retry.reason"]}, "
                + $"after {Seconds((double)tags["cognito_identity.retry.delay"]!)}",
            _ => $"{indent}{item.Name}  {string.Join("  ", tags.Values)}",
        };
    }

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.000} s");
}
