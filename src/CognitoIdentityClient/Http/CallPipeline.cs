using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Polly;

namespace CognitoIdentity;

/// <summary>The path of a call: validate, serialize once, then attempts under the resilience pipeline, each a new request.</summary>
internal sealed class CallPipeline : IDisposable
{
    private readonly ClientSettings _settings;
    private readonly ServiceClock _clock;
    private readonly SigV4SigningHandler _signing;
    private readonly HttpMessageInvoker _sender;
    private readonly RequestBodyWriter _bodies = new();
    private readonly RetryPolicy _retry;
    private readonly CallTelemetry _telemetry;
    private readonly Lazy<ResiliencePipeline> _attempts;
    private readonly ResiliencePipeline? _usersStrategies;
    private readonly Func<Guid> _newInvocationId;
    private readonly bool _knowsWhatWasSent;
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
        _clock = clock;
        _signing = signing;
        _sender = new(signing, ownsHandler);
        _knowsWhatWasSent = EndsInSockets(signing);
        _newInvocationId = newInvocationId;
        _retry = new(settings.MaxAttempts, quota, jitter, telemetry);
        _attempts = ResiliencePipelines.CreatePipelineAhead(settings, _retry);
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
            ? await RunAsync(operation, body, token).ConfigureAwait(false)
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
        try
        {
            // A strategy such as hedging may run this several times at once, so the state of a call is created inside of it.
            return await strategies.ExecuteOutcomeAsync(
                static (context, state) => state.Pipeline.RunAsync(state.operation, state.body, context.CancellationToken),
                context,
                (Pipeline: this, operation, body)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<object>> RunAsync(Operation operation, byte[] body, CancellationToken cancellationToken)
    {
        var call = new Call(operation, body, _newInvocationId().ToString(), cancellationToken);
        var context = ResilienceContextPool.Shared.Get(operation.Name, continueOnCapturedContext: false, cancellationToken);
        call.AttachTo(context);
        _telemetry.Begin(call);
        try
        {
            var outcome = await _attempts.Value.ExecuteOutcomeAsync(
                static (context, state) => state.Pipeline.AttemptAsync(state.call, context.CancellationToken),
                context,
                (Pipeline: this, call)).ConfigureAwait(false);
            if (outcome.Exception is { } exception)
            {
                var error = _lifetime.Explain(CallErrors.ForCaller(exception, call, _settings), call);
                _telemetry.End(call, error);
                return Outcome.FromException<object>(error);
            }

            _retry.Succeeded(call);
            _telemetry.End(call, error: null);
            return outcome;
        }
        finally
        {
            call.Observation?.Dispose();
            _retry.Ended(call);
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Sends the request once. Every failure is an outcome: an exception is thrown once, at the end of the call.</summary>
    /// <remarks>
    /// The result is an object because Polly's strategies are for object: for any other type each of them would convert every outcome.
    /// </remarks>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Outcome<object>> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        try
        {
            call.BeginCredentials();
            if (call.Operation.IsSigned)
            {
                await _signing.FetchCredentialsAsync(call, cancellationToken).ConfigureAwait(false);
            }

            call.BeginAttempt();
            call.Observation?.BeginAttempt();
            using var request = CreateRequest(call);
            call.Sent = _clock.LocalNow;
            using var response = await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false);

            call.Observation?.Receive(response);

            // Errors say where a response came from; a handler of the application may not have set it.
            response.RequestMessage ??= request;
            return response.IsSuccessStatusCode
                ? await ReadResultAsync(call, response, cancellationToken).ConfigureAwait(false)
                : await ReadErrorAsync(call, response, cancellationToken).ConfigureAwait(false);
        }
        catch (CognitoIdentityException exception)
        {
            // Thrown by what fetches the credentials. The service's errors are returned.
            return Failed(call, exception);
        }
        catch (ExecutionRejectedException exception)
        {
            return Failed(call, CallErrors.GivenUpByHandler(exception, call));
        }
        catch (Exception exception) when (IsConnectionFailure(exception))
        {
            // A cancellation or a timeout can also come back as a connection that broke.
            return cancellationToken.IsCancellationRequested
                ? CutOff(call, exception, cancellationToken)
                : Failed(call, CallErrors.Connection(exception, call, _settings.Endpoint));
        }
        catch (Exception exception)
        {
            _telemetry.AttemptFailed(call, exception);
            return Outcome.FromException<object>(exception);
        }
        finally
        {
            _telemetry.EndAttempt(call);
        }
    }

    // A handler can also give up by itself, as SocketsHttpHandler does after its ConnectTimeout.
    private static bool IsConnectionFailure(Exception exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException;

    // What a test double or a browser's handler sent cannot be told, so with those every attempt counts as sent.
    private static bool EndsInSockets(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler { InnerHandler: var inner })
        {
            handler = inner;
        }

        return PrimaryHandler.HasSockets && handler is SocketsHttpHandler;
    }

    private Outcome<object> Failed(Call call, CognitoIdentityException error)
    {
        if (!WasSent(call))
        {
            error.SetMayHaveBeenCarriedOut(false);
        }

        if (error.MayHaveBeenCarriedOut)
        {
            call.LeaveOpen();
        }

        _telemetry.AttemptFailed(call, error);
        call.LastFailure = error.OperationName is null ? error.OfCall(call.Operation.Name, call.RetryAttempts) : error;
        return Outcome.FromException<object>(call.LastFailure);
    }

    private Outcome<object> CutOff(Call call, Exception exception, CancellationToken cancellationToken)
    {
        if (WasSent(call))
        {
            call.LeaveOpen();
        }

        var cancellation = exception as OperationCanceledException
            ?? new OperationCanceledException(exception.Message, exception, cancellationToken);
        CallTelemetry.AttemptCutOff(call, cancellation);
        return Outcome.FromException<object>(cancellation);
    }

    private bool WasSent(Call call) => call.Content is { } content && (content.WasRead || !_knowsWhatWasSent);

    private HttpRequestMessage CreateRequest(Call call)
    {
        call.Content = new RequestContent(call.Body);
        var request = new HttpRequestMessage(HttpMethod.Post, _settings.Endpoint)
        {
            Content = call.Content,

            // Or lower: over plain http, and if TLS does not negotiate HTTP/2, it is HTTP/1.1.
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Options.Set(Call.OptionsKey, call);

        // Without validation the header stays a string: nothing is parsed and no objects are created.
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", call.Operation.Target);
        request.Headers.TryAddWithoutValidation("User-Agent", _settings.UserAgent);
        request.Headers.TryAddWithoutValidation("amz-sdk-invocation-id", call.InvocationId);
        request.Headers.TryAddWithoutValidation("amz-sdk-request", $"attempt={call.Attempts}; max={_settings.MaxAttempts}");
        return request;
    }

    private async ValueTask<Outcome<object>> ReadResultAsync(
        Call call,
        HttpResponseMessage response,
        CancellationToken cancellationToken)
    {
        _clock.Learn(
            response.Headers,
            call.Sent,
            _clock.LocalNow,
            call.Operation.IsSigned ? SignatureOutcome.Accepted : SignatureOutcome.Unsigned);
        using var body = await ResponseBody.ReadAsync(response.Content, _settings.MaxResponseBytes, cancellationToken)
            .ConfigureAwait(false);
        return ResultReader.TryRead(call, response, body, _settings.MaxResponseBytes, out var result) is { } error
            ? Failed(call, error)
            : Outcome.FromResult<object>(result!);
    }

    private async ValueTask<Outcome<object>> ReadErrorAsync(
        Call call,
        HttpResponseMessage response,
        CancellationToken cancellationToken)
    {
        var received = _clock.LocalNow;
        CognitoIdentityException error;
        try
        {
            using var body = await ResponseBody.ReadAsync(response.Content, _settings.MaxResponseBytes, cancellationToken)
                .ConfigureAwait(false);
            error = ErrorReader.Read(response, body.Bytes, call);
        }
        catch (Exception exception) when (IsConnectionFailure(exception) && !call.IsCancelled)
        {
            // The connection broke, or a timeout passed, after the status and the headers arrived: the service has responded.
            error = ErrorReader.Read(response, [], call);
        }

        call.TaughtSkew = _clock.Learn(response.Headers, call.Sent, received, SignatureIn(error, call.Operation));
        call.AskedDelay = RetryDelay.FromHeaders(response.Headers, _clock.Now);
        return call.MayHaveBeenCarriedOut && call.Operation.Effect == OperationEffect.RepeatableRemoval
            && error is ResourceNotFoundException
            ? Outcome.FromResult<object>(ResultReader.Empty(call, response))
            : Failed(call, error);
    }

    private static SignatureOutcome SignatureIn(CognitoIdentityException error, Operation operation) =>
        !operation.IsSigned ? SignatureOutcome.Unsigned
        : ErrorClassification.IsClockSkewCode(error.ErrorCode) ? SignatureOutcome.Refused
        : SignatureOutcome.Accepted;
}
