using CognitoIdentity.Tests.Support;
using OpenTelemetry.Trace;

namespace CognitoIdentity.Samples.Tests.WebApi;

/// <summary>The traces of samples/WebApi.</summary>
[Collection(ListeningTests.Name)]
public sealed class TraceTests
{
    [Fact]
    public async Task Trace_of_a_request_shows_the_calls_and_no_secret()
    {
        using var spans = new SpanRecorder(lastSpan: "GET /api/session/caller");
        await using var shop = new Shop(services =>
            services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(spans)));
        using var client = await shop.SignInAsync("alice");

        await client.GetJsonAsync("/api/session/caller");

        var recorded = await spans.WaitForLastAsync();
        Assert.Contains(recorded, span => span.DisplayName == "cognito_identity.credentials.refresh");
        Assert.Contains(recorded, span => span.DisplayName == "Cognito Identity/GetCredentialsForIdentity");
        var token = client.DefaultRequestHeaders.Authorization!.Parameter!;
        var values = recorded.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Value}");
        Assert.DoesNotContain(values, value => value.Contains(token, StringComparison.Ordinal));
    }
}
