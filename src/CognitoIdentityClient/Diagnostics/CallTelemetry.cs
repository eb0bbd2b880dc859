using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CognitoIdentity;

/// <summary>Reports the calls of one client: as spans, metrics and log messages. It allocates nothing without a listener.</summary>
internal sealed class CallTelemetry(ClientSettings settings)
{
    private readonly ILogger _logger = settings.Logger;
    private readonly string _address = settings.Endpoint.Host;

    /// <summary>Begins the span and the log scope of a call, if anybody listens.</summary>
    public void Begin(Call call)
    {
        var isLogged = _logger.IsEnabled(LogLevel.Information);
        if (isLogged || Telemetry.Source.HasListeners() || CallMetrics.MeasureDurations)
        {
            call.Observation = new(
                settings.TimeProvider,
                StartSpan(call.Operation),
                isLogged ? CallLog.BeginScope(_logger, call.Operation.Name) : null);
        }
    }

    /// <summary>Reports that an attempt failed.</summary>
    public void AttemptFailed(Call call, Exception error)
    {
        call.Observation?.FailAttempt(error);
        if (error is CognitoIdentityException { IsThrottling: true } && !call.IsFetchingCredentials)
        {
            CallMetrics.Throttled(Tags(call.Operation));
        }
    }

    /// <summary>Reports that the client gave up an attempt: for a timeout of its own, or because the caller cancelled.</summary>
    public static void AttemptCutOff(Call call, OperationCanceledException cancellation)
    {
        if (call.Observation is { } observation)
        {
            observation.FailAttempt(call.IsCancelled ? cancellation : new CognitoIdentityTimeoutException());
        }
    }

    /// <summary>Ends an attempt, if one has begun.</summary>
    public void EndAttempt(Call call) => call.Observation?.EndAttempt(call.Attempts, Tags(call.Operation));

    /// <summary>Reports that a call is about to wait for its next attempt.</summary>
    public void Retrying(Call call, Exception failure, string reason, TimeSpan delay)
    {
        var errorType = Telemetry.ErrorType(failure);
        var milliseconds = delay.TotalMilliseconds;
        CallMetrics.Retrying(Tags(call.Operation), reason);
        call.Observation?.AddEvent(
            "retry",
            ("cognito_identity.retry.reason", reason),
            ("cognito_identity.retry.delay", delay.TotalSeconds),
            ("error.type", errorType));
        CallLog.Retrying(
            _logger,
            failure is CognitoIdentityException { IsThrottling: true } ? LogLevel.Warning : LogLevel.Information,
            call.Operation.Name,
            milliseconds,
            errorType,
            reason,
            call.Attempts,
            settings.MaxAttempts,
            (failure as CognitoIdentityException)?.RequestId);
    }

    /// <summary>Reports that a call is not repeated because the retry quota is exhausted.</summary>
    public void QuotaExhausted(Call call, Exception failure)
    {
        var errorType = Telemetry.ErrorType(failure);
        CallMetrics.QuotaExhausted(Tags(call.Operation));
        call.Observation?.AddEvent("retry_quota_exhausted", ("error.type", errorType));
        CallLog.QuotaExhausted(_logger, call.Operation.Name, errorType, call.Attempts);
    }

    /// <summary>Reports that a response moved the service's clock by more than the service tolerates in a signature.</summary>
    public void ClockCorrected(TimeSpan before, TimeSpan after)
    {
        CallMetrics.ClockCorrected(Tags(operation: null));
        CallLog.ClockCorrected(_logger, after, before);
    }

    /// <summary>Ends a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="error">The error that the caller gets; null for a success.</param>
    public void End(Call call, Exception? error)
    {
        if (call.Observation is not { } observation)
        {
            return;
        }

        var milliseconds = observation.End(call.Attempts, error, Tags(call.Operation)).TotalMilliseconds;
        if (error is null)
        {
            CallLog.CallSucceeded(_logger, call.Operation.Name, observation.RequestId, call.Attempts, milliseconds);
        }
        else
        {
            var errorType = Telemetry.ErrorType(error);
            CallLog.CallFailed(
                _logger,
                call.Operation.Name,
                errorType,
                observation.StatusCode,
                observation.RequestId,
                call.Attempts,
                milliseconds);
        }
    }

    private Activity? StartSpan(Operation operation)
    {
        if (!Telemetry.Source.HasListeners())
        {
            return null;
        }

        // With the tags from the beginning, since samplers decide by them.
        var tags = Tags(operation);
        if (settings.Region is { } region)
        {
            // The conventions renamed it to cloud.region; the AWS SDKs and dashboards for them still have aws.region.
            tags.Add("aws.region", region);
        }

        return Telemetry.Source.StartActivity(
            ActivityKind.Client,
            tags: tags,
            startTime: settings.TimeProvider.GetUtcNow(),
            name: $"{Telemetry.Service}/{operation.Name}");
    }

    private TagList Tags(Operation? operation)
    {
        var tags = new TagList
        {
            { "rpc.system", Telemetry.System },
            { "rpc.service", Telemetry.Service },
            { "server.address", _address },
        };
        if (operation is not null)
        {
            tags.Add("rpc.method", operation.Name);
        }

        if (settings.Region is { } region)
        {
            tags.Add("cloud.region", region);
        }

        return tags;
    }
}
