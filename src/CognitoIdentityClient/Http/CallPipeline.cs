using System.Runtime.ExceptionServices;
using Polly;

namespace CognitoIdentity;

/// <summary>The path of a call: validate, serialize once, then attempts under the resilience pipeline, each a new request.</summary>
internal sealed class CallPipeline : IDisposable
{
    private readonly ClientSettings _settings;
    private readonly AttemptSender _sender;
    private readonly RequestBodyWriter _bodies = new();
    private readonly RetryPolicy _retry;
    private readonly CallTelemetry _telemetry;
    private readonly Lazy<ResiliencePipeline> _strategies;
    private readonly ResiliencePipeline? _usersStrategies;
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
        _strategies = ResiliencePipelines.CreatePipelineAhead(settings, _retry);
        _usersStrategies = ResiliencePipelines.CreateCustomPipeline(settings);
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
        var outcome = _usersStrategies is null
            ? await RunAsync(operation, body, runs: null, token).ConfigureAwait(false)
            : await RunUnderUsersStrategiesAsync(_usersStrategies, operation, body, token).ConfigureAwait(false);
        if (outcome.Exception is { } exception)
        {
            // A strategy's token is another, linked one.
            ExceptionDispatchInfo.Throw(exception is OperationCanceledException && cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : exception);
        }

        return (TResponse)outcome.Result!;
    }

    public void Dispose()
    {
        _lifetime.End();
        _sender.Dispose();
    }

    private async Task<Outcome<object>> RunUnderUsersStrategiesAsync(
        ResiliencePipeline strategies,
        Operation operation,
        byte[] body,
        CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(operation.Name, continueOnCapturedContext: false, cancellationToken);
        var runs = new RunsOfCall();
        try
        {
            // A strategy such as hedging may run this several times at once, so the state of a call is created inside of it.
            var outcome = await strategies.ExecuteOutcomeAsync(
                static (context, state) => state.Pipeline.RunAsync(state.operation, state.body, state.runs, context.CancellationToken),
                context,
                (Pipeline: this, operation, body, runs)).ConfigureAwait(false);

            // The disposal also ends the waits of these strategies, between two runs.
            return outcome.Exception is { } exception
                ? Outcome.FromException<object>(_lifetime.Explain(exception, operation, runs.MayHaveBeenCarriedOut))
                : outcome;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<object>> RunAsync(
        Operation operation,
        byte[] body,
        RunsOfCall? runs,
        CancellationToken cancellationToken)
    {
        var call = new Call(operation, body, _newInvocationId().ToString(), cancellationToken);
        var context = ResilienceContextPool.Shared.Get(operation.Name, continueOnCapturedContext: false, cancellationToken);
        call.AttachTo(context);
        _telemetry.Begin(call);
        try
        {
            var outcome = await _strategies.Value.ExecuteOutcomeAsync(
                static (context, state) => state._sender.SendAsync(state.call, context.CancellationToken),
                context,
                (_sender, call)).ConfigureAwait(false);
            if (outcome.Exception is { } exception)
            {
                var error =
                    _lifetime.Explain(CallErrors.ForCaller(exception, call, _settings), operation, call.MayHaveBeenCarriedOut);
                _telemetry.End(call, error);
                return Outcome.FromException<object>(error);
            }

            _retry.Succeeded(call);
            _telemetry.End(call, error: null);
            return outcome;
        }
        finally
        {
            runs?.Add(call);
            call.Observation?.Dispose();
            _retry.Ended(call);
            ResilienceContextPool.Shared.Return(context);
        }
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
