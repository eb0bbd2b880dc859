using System.Runtime.CompilerServices;

namespace CognitoIdentity;

/// <summary>Sends the attempts of calls, and turns what comes of each into a result or an error.</summary>
internal sealed class AttemptSender : IDisposable
{
    private readonly ClientSettings _settings;
    private readonly CallTelemetry _telemetry;
    private readonly ServiceClock _clock;
    private readonly SigV4SigningHandler _signing;
    private readonly HttpMessageInvoker _sender;
    private readonly bool _knowsWhatWasSent;

    /// <param name="settings">The settings of the client.</param>
    /// <param name="telemetry">Reports the attempts.</param>
    /// <param name="clock">The service's time.</param>
    /// <param name="signing">Signs and sends.</param>
    /// <param name="ownsHandler">Whether the handlers are disposed with this object.</param>
    public AttemptSender(
        ClientSettings settings,
        CallTelemetry telemetry,
        ServiceClock clock,
        SigV4SigningHandler signing,
        bool ownsHandler)
    {
        _settings = settings;
        _telemetry = telemetry;
        _clock = clock;
        _signing = signing;
        _sender = new(signing, ownsHandler);
        _knowsWhatWasSent = EndsInSockets(signing);
    }

    public void Dispose() => _sender.Dispose();

    /// <summary>Sends the request once, within the timeout of an attempt. Every failure is returned, not thrown.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<CallOutcome> SendAsync(Call call, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(_settings.AttemptTimeout, _settings.TimeProvider, cancellationToken);
        try
        {
            call.BeginCredentials();
            if (call.Operation.Signer is { } signer)
            {
                await signer.FetchCredentialsAsync(_signing, call, limit.Token).ConfigureAwait(false);

                // Credentials that block their thread can come after the time is up. Nothing has been sent then.
                limit.Token.ThrowIfCancellationRequested();
            }

            call.BeginAttempt();
            call.Observation?.BeginAttempt();
            using var request = new AttemptRequest(call, _settings);
            call.Sent = _clock.LocalNow;
            using var response = await _sender.SendAsync(request, limit.Token).ConfigureAwait(false);

            call.Observation?.Receive(response);

            // Errors say where a response came from; a handler of the application may not have set it.
            response.RequestMessage ??= request;
            return response.IsSuccessStatusCode
                ? await ReadResultAsync(call, response, limit.Token).ConfigureAwait(false)
                : await ReadErrorAsync(call, response, limit.Token).ConfigureAwait(false);
        }
        catch (CognitoIdentityException exception)
        {
            // Thrown by what fetches the credentials. The service's errors are returned.
            return Failed(call, exception);
        }
        catch (Exception exception) when (CallErrors.IsGivenUpByHandler(exception))
        {
            return Failed(call, CallErrors.GivenUpByHandler(exception, call));
        }
        catch (Exception exception) when (IsConnectionFailure(exception))
        {
            // A cancellation or a timeout can also come back as a connection that broke.
            return limit.HasPassed ? Failed(call, CallErrors.AttemptTimeout(call, _settings, exception))
                : cancellationToken.IsCancellationRequested ? CutOff(call, exception, WasSent(call), cancellationToken)
                : Failed(call, CallErrors.Connection(exception, call, _settings.Endpoint));
        }
        catch (Exception exception)
        {
            _telemetry.AttemptFailed(call, exception);
            return CallOutcome.Failed(exception);
        }
        finally
        {
            _telemetry.EndAttempt(call);
        }
    }

    // A handler can also give up by itself, as SocketsHttpHandler does after its ConnectTimeout.
    private static bool IsConnectionFailure(Exception exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException;

    // A test double or a browser's handler does not show what it sent, so with those every attempt counts as sent.
    private static bool EndsInSockets(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler { InnerHandler: var inner })
        {
            handler = inner;
        }

        return PrimaryHandler.HasSockets && handler is SocketsHttpHandler;
    }

    private CallOutcome Failed(Call call, CognitoIdentityException error)
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
        call.LastFailure = error.OperationName is null ? error.WithCall(call.Operation.Name, call.RetryAttempts) : error;
        return CallOutcome.Failed(call.LastFailure);
    }

    private static CallOutcome CutOff(Call call, Exception exception, bool mayHaveBeenCarriedOut, CancellationToken cancellationToken)
    {
        if (mayHaveBeenCarriedOut)
        {
            call.LeaveOpen();
        }

        var cancellation = exception as OperationCanceledException
            ?? new OperationCanceledException(exception.Message, exception, cancellationToken);
        CallTelemetry.AttemptCutOff(call, cancellation);
        return CallOutcome.Failed(cancellation);
    }

    private bool WasSent(Call call) => call.Content is { } content && (content.WasRead || !_knowsWhatWasSent);

    private async ValueTask<CallOutcome> ReadResultAsync(
        Call call,
        HttpResponseMessage response,
        CancellationToken cancellationToken)
    {
        _clock.Learn(
            call, response.Headers, _clock.LocalNow, call.Operation.IsSigned ? SignatureOutcome.Accepted : SignatureOutcome.Unsigned);
        using var body = await ResponseBody.ReadAsync(response.Content, _settings.MaxResponseBytes, cancellationToken)
            .ConfigureAwait(false);
        return ResultReader.TryRead(call, response, body, _settings.MaxResponseBytes, out var result) is { } error
            ? Failed(call, error)
            : CallOutcome.Succeeded(result!);
    }

    private async ValueTask<CallOutcome> ReadErrorAsync(
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
            error = ErrorReader.Read(response, body.Bytes, call, _settings.Region);
        }
        catch (Exception exception) when (IsConnectionFailure(exception))
        {
            // The connection broke, or the time was up, after the status and the headers arrived: the service has responded.
            error = ErrorReader.Read(response, [], call, _settings.Region);
            if (call.IsCanceled)
            {
                return CutOff(call, exception, error.MayHaveBeenCarriedOut, cancellationToken);
            }
        }

        call.TaughtSkew = _clock.Learn(call, response.Headers, received, SignatureIn(error, call.Operation));
        call.AskedDelay = RetryDelay.FromHeaders(response.Headers, _clock.Now);
        return call.MayHaveBeenCarriedOut && call.Operation.Effect == OperationEffect.RepeatableRemoval
            && error is ResourceNotFoundException
            ? CallOutcome.Succeeded(ResultReader.Empty(call, response))
            : Failed(call, error);
    }

    private static SignatureOutcome SignatureIn(CognitoIdentityException error, Operation operation) =>
        !operation.IsSigned ? SignatureOutcome.Unsigned
        : ErrorClassification.IsClockSkewCode(error.ErrorCode) ? SignatureOutcome.Refused
        : SignatureOutcome.Accepted;
}
