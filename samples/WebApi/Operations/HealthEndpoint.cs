using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace WebApi.Operations;

internal static class HealthEndpoint
{
    /// <summary>Maps <c>/health</c>: 200 while users can be served, 503 otherwise, and the state of each check.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app) => app.MapHealthChecks("/health", new HealthCheckOptions
    {
        ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(new
        {
            Status = report.Status.ToString(),
            Checks = report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new { Status = entry.Value.Status.ToString(), entry.Value.Description }),
        }),
    });
}
