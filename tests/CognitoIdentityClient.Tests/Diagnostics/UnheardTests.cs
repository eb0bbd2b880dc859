using System.Net;
using CognitoIdentity.Tests.Support;

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
        var failure = new TooManyRequestsException();
        var cancellation = new OperationCanceledException();
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        RunHooks();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            RunHooks();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
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
            telemetry.QuotaExhausted(call, failure);
            telemetry.ClockCorrected(TimeSpan.Zero, TimeSpan.FromHours(1));
            telemetry.End(call, failure);
            telemetry.End(call, error: null);
            call.Observation?.Dispose();
            CredentialsMetrics.ServedFromCache();
            CredentialsMetrics.JoinedRefresh();
            CredentialsMetrics.Refreshed(recovered: false);
            CredentialsMetrics.Failed(failure);
            CredentialsMetrics.Evicted();
            RefreshSpan.IdentityGone(settings, "us-east-1:1", "ResourceNotFoundException");
            Assert.Null(RefreshSpan.Start(settings));
        }
    }

    [Fact]
    public void Hooks_of_a_call_observe_it_as_soon_as_somebody_listens()
    {
        using var recording = new Recording();
        var call = new Call(GetIdRequest.Operation, [], "", default);

        new CallTelemetry(ClientSettings.Resolve(TestClient.Options())).Begin(call);

        Assert.NotNull(call.Observation);
        call.Observation.Dispose();
    }
}
