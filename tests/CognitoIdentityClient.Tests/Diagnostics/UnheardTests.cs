using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using CognitoIdentity.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace CognitoIdentity.Tests.Diagnostics;

[Collection(ListeningTests.Name)]
public sealed class UnheardTests
{
    [Fact]
    public void Hooks_of_a_call_allocate_nothing_while_nobody_listens()
    {
        var telemetry = new CallTelemetry(ClientSettings.Resolve(TestClient.Options()));
        var call = new Call(GetIdRequest.Operation, [], "", default);
        using var client = TestClient.Create(new ScriptedHandler(CannedResponse.Ok));
        var settings = new CredentialsSettings(new() { IdentityPoolId = TestClient.PoolId }, client, logger: null);
        var failure = new TooManyRequestsException { StatusCode = HttpStatusCode.BadRequest };
        var lost = new CognitoIdentityConnectionException();
        var cancellation = new OperationCanceledException();
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        RunHooks();

        // The best of three rounds: a collection in between may take back what is pooled.
        var bytes = long.MaxValue;
        for (var round = 0; round < 3 && bytes > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1_000; i++)
            {
                RunHooks();
            }

            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, bytes);
        Assert.Null(call.Observation);

        void RunHooks()
        {
            telemetry.Begin(call);
            call.Observation?.BeginAttempt();
            call.Observation?.Receive(response);
            telemetry.AttemptFailed(call, failure);
            CallTelemetry.AttemptCutOff(call, cancellation);
            telemetry.EndAttempt(call);
            telemetry.Retrying(call, failure, RetryReason.For(call, failure), TimeSpan.Zero);
            telemetry.Retrying(call, lost, RetryReason.For(call, lost), TimeSpan.Zero);
            telemetry.QuotaExhausted(call, failure);
            telemetry.ClockCorrected(TimeSpan.Zero, TimeSpan.FromHours(1));
            telemetry.End(call, failure);
            telemetry.End(call, error: null);
            call.Observation?.Dispose();
            CredentialsMetrics.ServedFromCache();
            CredentialsMetrics.JoinedRefresh();
            CredentialsMetrics.Refreshed(RefreshOutcome.Success);
            CredentialsMetrics.Failed(failure);
            CredentialsMetrics.Evicted();
            RefreshSpan.IdentityGone(settings, "us-east-1:1", "ResourceNotFoundException");
            Assert.Null(RefreshSpan.Start(settings));
        }
    }

    // A host nearly always listens to something: ASP.NET Core's spans, the runtime's metrics, its own log.
    [Fact]
    public void Call_is_not_observed_while_somebody_listens_to_other_sources_only()
    {
        using var source = new ActivitySource("Another source");
        using var meter = new Meter("Another meter");
        using var spans = new ActivityListener
        {
            ShouldListenTo = heard => heard == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(spans);
        using var measurements = new MeterListener();
        measurements.EnableMeasurementEvents(meter.CreateCounter<long>("counter"));
        using var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Error).AddProvider(new FakeLoggerProvider()));
        using var outer = source.StartActivity();

        var call = Begin(options => options.LoggerFactory = loggers);

        Assert.Null(call.Observation);
        Assert.Same(outer, Activity.Current);
    }

    [Fact]
    public void Call_is_observed_as_soon_as_somebody_listens_and_no_longer_afterwards()
    {
        using (new Recording())
        {
            var observed = Begin();

            Assert.NotNull(observed.Observation?.Span);
            observed.Observation.Dispose();
        }

        Assert.Null(Begin().Observation);
    }

    // A meter alone needs the times of a call, and no span.
    [Fact]
    public void Call_has_no_span_while_somebody_listens_to_its_duration_only()
    {
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "rpc.client.call.duration")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.Start();

        var call = Begin();

        Assert.NotNull(call.Observation);
        Assert.Null(call.Observation.Span);
        call.Observation.Dispose();
    }

    private static Call Begin(Action<CognitoIdentityClientOptions>? configure = null)
    {
        var call = new Call(GetIdRequest.Operation, [], "", default);
        new CallTelemetry(ClientSettings.Resolve(TestClient.Options(configure))).Begin(call);
        return call;
    }
}
