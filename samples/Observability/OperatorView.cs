using System.Diagnostics;
using CognitoIdentity.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ObservabilitySample;

/// <summary>An application with the log, the traces and the metrics of the client, and what they show of an incident.</summary>
internal static class OperatorView
{
    public const string PoolId = "us-east-1:00000000-0000-4000-8000-000000000001";

    /// <summary>Lets an incident happen in a new application, and prints its log, its trace and its metrics.</summary>
    public static async Task ShowAsync(string title, CognitoIdentityEmulator emulator, Func<IServiceProvider, Task> incident)
    {
        var spans = new List<Activity>();
        var metrics = new List<MetricSnapshot>();
        Console.WriteLine($"\n# {title}\n\nLog\n");
        using (var host = Build(emulator, spans, metrics))
        {
            await host.StartAsync();
            await incident(host.Services);
        }

        // The host is disposed, and so every line of the log is printed and every metric exported.
        Console.WriteLine("\nTrace\n");
        TracePrinter.Print(spans, Console.Out);
        Console.WriteLine("\nMetrics\n");
        MetricPrinter.Print(metrics, Console.Out);
    }

    private static IHost Build(CognitoIdentityEmulator emulator, ICollection<Activity> spans, ICollection<MetricSnapshot> metrics)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddCognitoIdentityCredentials(options => options.IdentityPoolId = PoolId);
        builder.Services.UseCognitoIdentityEmulator(emulator);
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource("CognitoIdentity").AddInMemoryExporter(spans))
            .WithMetrics(metering => metering.AddMeter("CognitoIdentity").AddInMemoryExporter(metrics));

        // To a collector too, such as the dashboard of .NET Aspire, if there is one.
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.UseOtlpExporter();
        }

        return builder.Build();
    }
}
