using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Polly;

namespace CognitoIdentity;

/// <summary>The path of a call: serialize once, then attempts under the resilience pipeline, each a new request.</summary>
internal sealed class CallPipeline(ClientSettings settings, HttpMessageInvoker sender, Func<Guid> newInvocationId, Func<double> jitter)
    : IDisposable
{
    private readonly ResiliencePipeline _resilience = Resilience.CreatePipeline(settings, jitter);

    public async Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest request,
        CancellationToken cancellationToken)
        where TResponse : CognitoIdentityResponse
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        var call = new Call(operation, operation.WriteRequest(request), newInvocationId().ToString());
        var context = ResilienceContextPool.Shared.Get(operation.Name, continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(Call.ContextKey, call);
        try
        {
            var outcome = await _resilience.ExecuteOutcomeAsync(
                static (context, state) => state.Pipeline.AttemptAsync(state.call, context.CancellationToken),
                context,
                (Pipeline: this, call)).ConfigureAwait(false);
            if (outcome.Exception is { } exception)
            {
                ExceptionDispatchInfo.Throw(CallErrors.ForCaller(exception, call, settings, cancellationToken));
            }

            return (TResponse)outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => sender.Dispose();

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
            using var response = await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? await ReadResultAsync(call, response, cancellationToken).ConfigureAwait(false)
                : Outcome.FromException<object>(await ReadErrorAsync(call, response, cancellationToken).ConfigureAwait(false));
        }
        catch (CredentialsNotFoundException exception)
        {
            return Outcome.FromException<object>(CallErrors.OfCall(exception, call));
        }
        catch (Exception exception) when (IsConnectionFailure(exception, cancellationToken))
        {
            return Outcome.FromException<object>(CallErrors.Connection(exception, call, settings.Endpoint));
        }
        catch (Exception exception)
        {
            return Outcome.FromException<object>(exception);
        }
    }

    // A handler can also give up by itself, as SocketsHttpHandler does after its ConnectTimeout.
    private static bool IsConnectionFailure(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private HttpRequestMessage CreateRequest(Call call)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Endpoint) { Content = new ByteArrayContent(call.Body) };
        request.Options.Set(Operation.OptionsKey, call.Operation);

        // Without validation a header is kept as the string that it is: no parsing, no objects.
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", call.Operation.Target);
        request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        request.Headers.TryAddWithoutValidation("amz-sdk-invocation-id", call.InvocationId);
        request.Headers.TryAddWithoutValidation("amz-sdk-request", $"attempt={call.Attempts}; max={settings.MaxAttempts}");
        return request;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Outcome<object>> ReadResultAsync(
        Call call,
        HttpResponseMessage response,
        CancellationToken cancellationToken)
    {
        using var body = await ResponseBody.ReadAsync(response.Content, settings.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        if (body.IsTooLong)
        {
            return Invalid(call, response, $"is longer than MaxResponseBytes, {settings.MaxResponseBytes} bytes");
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
                : Invalid(call, response, $"cannot be read: {exception.Message.TrimEnd('.')}", exception);
        }
    }

    private static Outcome<object> Invalid(Call call, HttpResponseMessage response, string what, Exception? cause = null) =>
        Outcome.FromException<object>(CallErrors.InvalidResponse(call, response, what, cause));

    private async ValueTask<Exception> ReadErrorAsync(Call call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await ResponseBody.ReadAsync(response.Content, settings.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return ErrorReader.Read(response, body.Bytes, call.Operation, call.RetryAttempts);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The connection broke after the status and the headers came: they say enough.
            return ErrorReader.Read(response, [], call.Operation, call.RetryAttempts);
        }
    }
}
