using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace WebApi.Operations;

internal static class Telemetry
{
    /// <summary>
    /// Collects traces and metrics of requests, HTTP calls and the client. They go to the collector of <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>,
    /// and traces to the console if the setting <c>Telemetry:Console</c> is true.
    /// </summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(builder.Environment.ApplicationName))
            .WithTracing(tracing => tracing.AddSource("CognitoIdentity").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter("CognitoIdentity").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation());

        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.UseOtlpExporter();
        }

        if (builder.Configuration.GetValue<bool>("Telemetry:Console"))
        {
            telemetry.WithTracing(tracing => tracing.AddConsoleExporter());
        }
    }
}
