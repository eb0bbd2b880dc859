using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CognitoIdentity;

/// <summary>Reports the calls of one client: as spans, metrics and log messages. It allocates nothing without a listener.</summary>
internal sealed class CallTelemetry(ClientSettings settings)
{
    private readonly ILogger _logger = settings.Logger;
    private readonly string _address = settings.Endpoint.Host;

    // As an object, because a tag would box it at every use.
    private readonly object _port = settings.Endpoint.Port;

    /// <summary>Begins the span and the log scope of a call, if anybody listens.</summary>
    public void Begin(Call call)
    {
        // The highest level of the client's own messages: where it is off, no message needs the scope.
        var isLogged = _logger.IsEnabled(LogLevel.Warning);
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
        if (ErrorClassification.IsThrottling(error) && !call.IsFetchingCredentials)
        {
            CallMetrics.Throttled(Tags(call.Operation));
        }
    }

    /// <summary>Reports that the client gave up an attempt: for a timeout of its own, or because the caller canceled.</summary>
    public static void AttemptCutOff(Call call, OperationCanceledException cancellation)
    {
        if (call.Observation is { } observation)
        {
            observation.FailAttempt(call.IsCanceled ? cancellation : new CognitoIdentityTimeoutException());
        }
    }

    /// <summary>Reports an attempt. One that failed before it began, while it fetched its credentials, is not reported.</summary>
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
        var level = ErrorClassification.IsThrottling(failure) ? LogLevel.Warning : LogLevel.Information;
        if (failure is CognitoIdentityException { StatusCode: not null } error)
        {
            CallLog.Retrying(
                _logger,
                level,
                call.Operation.Name,
                milliseconds,
                errorType,
                reason,
                call.Attempts,
                settings.MaxAttempts,
                error.RequestId ?? CallLog.NoRequestId);
        }
        else
        {
            UnansweredCallLog.Retrying(
                _logger, level, call.Operation.Name, milliseconds, errorType, reason, call.Attempts, settings.MaxAttempts);
        }
    }

    /// <summary>Reports that a call is not repeated because the retry quota is exhausted.</summary>
    public void QuotaExhausted(Call call, Exception failure)
    {
        var errorType = Telemetry.ErrorType(failure);
        CallMetrics.QuotaExhausted(Tags(call.Operation));
        call.Observation?.AddEvent("retry_quota_exhausted", ("error.type", errorType));
        CallLog.QuotaExhausted(_logger, call.Operation.Name, errorType, call.Attempts);
    }

    /// <summary>Reports that a response moved the service's clock by about as much as the service tolerates in a signature.</summary>
    public void ClockCorrected(TimeSpan before, TimeSpan after)
    {
        CallMetrics.ClockCorrected(Tags(operation: null));
        CallLog.ClockCorrected(_logger, after, before);
    }

    /// <summary>Reports the outcome that the caller gets, which can differ from that of the last attempt.</summary>
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
            CallLog.CallSucceeded(
                _logger, call.Operation.Name, observation.RequestId ?? CallLog.NoRequestId, call.Attempts, milliseconds);
        }
        else
        {
            LogFailure(call, Telemetry.ErrorType(error), observation, milliseconds);
        }
    }

    private void LogFailure(Call call, string errorType, CallObservation observation, double milliseconds)
    {
        if (observation.StatusCode is { } status)
        {
            CallLog.CallFailed(
                _logger,
                call.Operation.Name,
                errorType,
                status,
                observation.RequestId ?? CallLog.NoRequestId,
                call.Attempts,
                milliseconds);
        }
        else
        {
            UnansweredCallLog.CallFailed(_logger, call.Operation.Name, errorType, call.Attempts, milliseconds);
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
            // The conventions have cloud.region only. Instrumentations of the AWS SDKs had aws.region before, and dashboards still ask for
            // it: https://github.com/open-telemetry/semantic-conventions/issues/1113
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
            { "server.port", _port },
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
