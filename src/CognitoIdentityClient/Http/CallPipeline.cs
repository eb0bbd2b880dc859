using System.Runtime.ExceptionServices;

namespace CognitoIdentity;

/// <summary>
/// The path of a call: validate, serialize once, then attempts within the total timeout, each a new request, until one succeeds or may not
/// be repeated.
/// </summary>
internal sealed class CallPipeline : IDisposable
{
    private readonly ClientSettings _settings;
    private readonly AttemptSender _sender;
    private readonly RequestBodyWriter _bodies = new();
    private readonly RetryPolicy _retry;
    private readonly RetryPipeline? _retries;
    private readonly CallTelemetry _telemetry;
    private readonly AdaptiveRateLimiter? _rateLimiter;
    private readonly ApplicationStrategies? _applicationStrategies;
    private readonly Func<Guid> _newInvocationId;
    private readonly ClientLifetime _lifetime = new();

    /// <param name="settings">The settings of the client.</param>
    /// <param name="telemetry">Reports the calls.</param>
    /// <param name="clock">The service's time.</param>
    /// <param name="signing">Signs and sends.</param>
    /// <param name="ownsHandler">Whether the handlers are disposed with the pipeline.</param>
    /// <param name="quota">The tokens that the client may spend on retries.</param>
    /// <param name="newInvocationId">Creates the id of a call.</param>
    /// <param name="jitter">Random numbers from 0 up to 1.</param>
    public CallPipeline(
        ClientSettings settings,
        CallTelemetry telemetry,
        ServiceClock clock,
        SigV4SigningHandler signing,
        bool ownsHandler,
        RetryQuota quota,
        Func<Guid> newInvocationId,
        Func<double> jitter)
    {
        _settings = settings;
        _telemetry = telemetry;
        _sender = new(settings, telemetry, clock, signing, ownsHandler);
        _newInvocationId = newInvocationId;
        _retry = new(settings, quota, jitter, telemetry);
        _retries = settings.MaxAttempts > 1 ? new(settings, _retry) : null;
        _rateLimiter = settings.RetryMode == RetryMode.Adaptive ? new(settings.TimeProvider) : null;
        _applicationStrategies = settings.ConfigureResilience is { } configure
            ? ApplicationStrategies.Create(configure, settings.TimeProvider)
            : null;
    }

    public async Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest request,
        CancellationToken cancellationToken)
        where TRequest : IValidatable
        where TResponse : CognitoIdentityResponse
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        operation.Validate(request, _settings.RequestValidation, _settings.RegionOfIds);

        using var link = _lifetime.Begin(cancellationToken, out var token);
        var body = _bodies.Write(request, operation.RequestJson);
        var outcome = _applicationStrategies is null
            ? await RunAsync(operation, body, runs: null, token).ConfigureAwait(false)
            : await RunUnderStrategiesAsync(_applicationStrategies, operation, body, token).ConfigureAwait(false);
        if (outcome.Failure is { } failure)
        {
            // The exception carries the token of a time limit; the caller expects its own.
            ExceptionDispatchInfo.Throw(failure is OperationCanceledException && cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(failure.Message, failure, cancellationToken)
                : failure);
        }

        return (TResponse)outcome.Response!;
    }

    public void Dispose()
    {
        _lifetime.End();
        _sender.Dispose();
    }

    private async Task<CallOutcome> RunUnderStrategiesAsync(
        ApplicationStrategies strategies,
        Operation operation,
        byte[] body,
        CancellationToken cancellationToken)
    {
        var runs = new RunsOfCall();

        // A strategy may run the call several times, also at once, so the state of a call is created inside of it.
        var outcome = await strategies.RunAsync(operation, token => RunAsync(operation, body, runs, token), cancellationToken)
            .ConfigureAwait(false);

        if (outcome.Failure is not { } failure)
        {
            return outcome;
        }

        // The last run may know nothing of what an earlier one left open.
        if (runs.MayHaveBeenCarriedOut)
        {
            (failure as CognitoIdentityException)?.SetMayHaveBeenCarriedOut(true);
        }

        // The disposal also ends the waits of these strategies, between two runs.
        return CallOutcome.Failed(_lifetime.Explain(failure, operation, runs.MayHaveBeenCarriedOut));
    }

    private async ValueTask<CallOutcome> RunAsync(Operation operation, byte[] body, RunsOfCall? runs, CancellationToken cancellationToken)
    {
        var call = new Call(operation, body, _newInvocationId().ToString(), cancellationToken);
        using var limit = new TimeLimit(_settings.TotalTimeout, _settings.TimeProvider, cancellationToken);
        _telemetry.Begin(call);
        try
        {
            var outcome = await AttemptAsync(call, limit.Token).ConfigureAwait(false);
            if (outcome.Failure is not null && _retries is not null && !limit.Token.IsCancellationRequested)
            {
                outcome = await _retries.RunAsync(call, outcome, AttemptAsync, limit.Token).ConfigureAwait(false);
            }

            return Finish(call, outcome, limit.HasPassed);
        }
        finally
        {
            runs?.Add(call);
            call.Observation?.Dispose();
            _retry.Ended(call);
        }
    }

    private ValueTask<CallOutcome> AttemptAsync(Call call, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? new(CallOutcome.Failed(new OperationCanceledException(cancellationToken)))
        : _rateLimiter is null ? _sender.SendAsync(call, cancellationToken)
        : AttemptInTurnAsync(_rateLimiter, call, cancellationToken);

    private async ValueTask<CallOutcome> AttemptInTurnAsync(AdaptiveRateLimiter limiter, Call call, CancellationToken cancellationToken)
    {
        double sent;
        try
        {
            sent = await limiter.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            return CallOutcome.Failed(exception);
        }

        var outcome = await _sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
        limiter.Record(sent, isThrottled: ErrorClassification.IsThrottling(outcome.Failure));
        return outcome;
    }

    private CallOutcome Finish(Call call, CallOutcome outcome, bool isTimeUp)
    {
        if (outcome.Failure is not { } failure)
        {
            _retry.Succeeded(call);
            _telemetry.End(call, error: null);
            return outcome;
        }

        if (isTimeUp && failure is OperationCanceledException)
        {
            failure = CallErrors.TotalTimeout(call, _settings, failure);
        }

        (failure as CognitoIdentityException)?.SetMayHaveBeenCarriedOut(call.MayHaveBeenCarriedOut);
        failure = _lifetime.Explain(failure, call.Operation, call.MayHaveBeenCarriedOut);
        _telemetry.End(call, failure);
        return CallOutcome.Failed(failure);
    }

    /// <summary>The runs of one call under strategies of the application, which may run it several times.</summary>
    private sealed class RunsOfCall
    {
        private volatile bool _mayHaveBeenCarriedOut;

        /// <summary>Whether any run so far leaves open what the service did.</summary>
        public bool MayHaveBeenCarriedOut => _mayHaveBeenCarriedOut;

        public void Add(Call call)
        {
            if (call.MayHaveBeenCarriedOut)
            {
                _mayHaveBeenCarriedOut = true;
            }
        }
    }
}
