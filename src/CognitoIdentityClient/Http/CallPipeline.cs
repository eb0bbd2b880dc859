using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Polly;

namespace CognitoIdentity;

/// <summary>The path of a call: validate, serialize once, then attempts under the resilience pipeline, each a new request.</summary>
internal sealed class CallPipeline : IDisposable
{
    // What the serializer says to the author of a type in its message for a null member.
    private const string SerializerAdvice = " Consider updating its nullability annotation.";

    private readonly ClientSettings _settings;
    private readonly ServiceClock _clock;
    private readonly HttpMessageInvoker _sender;
    private readonly RetryPolicy _retry;
    private readonly Lazy<ResiliencePipeline> _attempts;
    private readonly ResiliencePipeline? _usersStrategies;
    private readonly Func<Guid> _newInvocationId;

    /// <param name="settings">What the client works with.</param>
    /// <param name="clock">The service's time.</param>
    /// <param name="sender">Signs and sends.</param>
    /// <param name="quota">What the client may spend on retries.</param>
    /// <param name="newInvocationId">Makes the id of a call.</param>
    /// <param name="jitter">Random numbers from 0 up to 1.</param>
    public CallPipeline(
        ClientSettings settings,
        ServiceClock clock,
        HttpMessageInvoker sender,
        RetryQuota quota,
        Func<Guid> newInvocationId,
        Func<double> jitter)
    {
        _settings = settings;
        _clock = clock;
        _sender = sender;
        _newInvocationId = newInvocationId;
        _retry = new(settings.MaxAttempts, quota, clock, jitter);
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

        var body = operation.WriteRequest(request);
        var outcome = _usersStrategies is null
            ? await RunAsync(operation, body, cancellationToken).ConfigureAwait(false)
            : await RunUnderUsersStrategiesAsync(_usersStrategies, operation, body, cancellationToken).ConfigureAwait(false);
        if (outcome.Exception is { } exception)
        {
            // A strategy's token is another, linked one.
            ExceptionDispatchInfo.Throw(exception is OperationCanceledException && cancellationToken.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : exception);
        }

        return (TResponse)outcome.Result!;
    }

    public void Dispose() => _sender.Dispose();

    private async Task<Outcome<object>> RunUnderUsersStrategiesAsync(
        ResiliencePipeline strategies,
        Operation operation,
        byte[] body,
        CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(operation.Name, continueOnCapturedContext: false, cancellationToken);
        try
        {
            // A strategy such as hedging may run this several times at once, so that everything of a call is made anew in it.
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
        var call = new Call(operation, body, _newInvocationId().ToString());
        var context = ResilienceContextPool.Shared.Get(operation.Name, continueOnCapturedContext: false, cancellationToken);
        call.AttachTo(context);
        try
        {
            var outcome = await _attempts.Value.ExecuteOutcomeAsync(
                static (context, state) => state.Pipeline.AttemptAsync(state.call, context.CancellationToken),
                context,
                (Pipeline: this, call)).ConfigureAwait(false);
            if (outcome.Exception is { } exception)
            {
                return Outcome.FromException<object>(CallErrors.ForCaller(exception, call, _settings));
            }

            _retry.Succeeded(call);
            return outcome;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Sends the request once. Every failure is an outcome: an exception is thrown once, at the end of the call.</summary>
    /// <remarks>
    /// The result is an object since Polly's strategies are ones for object: for any other type each would convert every outcome.
    /// </remarks>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Outcome<object>> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        call.BeginAttempt();
        try
        {
            using var request = CreateRequest(call);
            call.Sent = _clock.LocalNow;
            using var response = await _sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
            _clock.Learn(response.Headers, call.Sent);
            return response.IsSuccessStatusCode
                ? await ReadResultAsync(call, response, cancellationToken).ConfigureAwait(false)
                : Outcome.FromException<object>(await ReadErrorAsync(call, response, cancellationToken).ConfigureAwait(false));
        }
        catch (CognitoIdentityException exception) when (exception.OperationName is null)
        {
            return Outcome.FromException<object>(CallErrors.OfCall(exception, call));
        }
        catch (Exception exception) when (IsConnectionFailure(exception))
        {
            // A cancellation or a time-out, too, may come back as a connection that broke.
            return Outcome.FromException<object>(cancellationToken.IsCancellationRequested
                ? exception as OperationCanceledException ?? new OperationCanceledException(exception.Message, exception, cancellationToken)
                : CallErrors.Connection(exception, call, _settings.Endpoint));
        }
        catch (Exception exception)
        {
            return Outcome.FromException<object>(exception);
        }
    }

    // A handler can also give up by itself, as SocketsHttpHandler does after its ConnectTimeout.
    private static bool IsConnectionFailure(Exception exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException;

    private HttpRequestMessage CreateRequest(Call call)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _settings.Endpoint)
        {
            Content = new ByteArrayContent(call.Body),

            // Or lower: over plain http, and where TLS does not settle on HTTP/2, it is HTTP/1.1.
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Options.Set(Call.OptionsKey, call);

        // Without validation a header is kept as the string that it is: no parsing, no objects.
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
        using var body = await ResponseBody.ReadAsync(response.Content, _settings.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        if (body.IsTooLong)
        {
            return Invalid(call, response, $"is longer than MaxResponseBytes, {_settings.MaxResponseBytes} bytes");
        }

        try
        {
            if (call.Operation.ReadResponse(body.Bytes) is not { } result)
            {
                return Invalid(call, response, "is not a JSON object");
            }

            result.SetMetadata(new ResponseMetadata(response, call.RetryAttempts));
            return Outcome.FromResult<object>(result);
        }
        catch (JsonException exception)
        {
            // The serializer's messages name a member by its path, and never its value; but the reader's, inside, quote the text that is no
            // JSON, which may be a token.
            return exception.InnerException is JsonException
                ? Invalid(call, response, $"is not JSON: see {exception.Path}, byte {exception.BytePositionInLine} of line {exception.LineNumber}")
                : Invalid(call, response, $"cannot be read: {exception.Message.Replace(SerializerAdvice, "", StringComparison.Ordinal).TrimEnd('.')}", exception);
        }
    }

    private static Outcome<object> Invalid(Call call, HttpResponseMessage response, string what, Exception? cause = null) =>
        Outcome.FromException<object>(CallErrors.InvalidResponse(call, response, what, cause));

    private async ValueTask<Exception> ReadErrorAsync(Call call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        call.AskedDelay = RetryDelay.FromHeaders(response.Headers, _clock.Now);
        try
        {
            using var body = await ResponseBody.ReadAsync(response.Content, _settings.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return ErrorReader.Read(response, body.Bytes, call.Operation, call.RetryAttempts);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // The connection broke after the status and the headers came: they say enough.
            return ErrorReader.Read(response, [], call.Operation, call.RetryAttempts);
        }
    }
}
