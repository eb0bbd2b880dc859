using System.Runtime.ExceptionServices;
using System.Text.Json;
using Polly;

namespace CognitoIdentity.Http;

/// <summary>The path of a call: serialize once, then attempts under the resilience pipeline, each a new request.</summary>
internal sealed class CallPipeline(ClientSettings settings, HttpMessageInvoker sender, Func<Guid> newInvocationId, Func<double> jitter)
    : IDisposable
{
    private readonly ResiliencePipeline resilience = Resilience.CreatePipeline(settings, jitter);

    public async Task<TResponse> SendAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        TRequest request,
        CancellationToken cancellationToken)
        where TResponse : CognitoIdentityResponse
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();

        var body = JsonSerializer.SerializeToUtf8Bytes(request, operation.RequestJson);
        var call = new Call(operation, body, newInvocationId().ToString());
        var context = ResilienceContextPool.Shared.Get(operation.Name, continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(Call.ContextKey, call);
        try
        {
            var outcome = await resilience.ExecuteOutcomeAsync(
                static (context, state) => state.Pipeline.AttemptAsync(state.operation, state.call, context.CancellationToken),
                context,
                (Pipeline: this, operation, call)).ConfigureAwait(false);
            if (outcome.Exception is { } exception)
            {
                ExceptionDispatchInfo.Throw(CallErrors.ForCaller(exception, call, settings, cancellationToken));
            }

            return outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => sender.Dispose();

    /// <summary>Sends the request once. Every failure is an outcome: exceptions are thrown once, at the end of the call.</summary>
    private async ValueTask<Outcome<TResponse>> AttemptAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        Call call,
        CancellationToken cancellationToken)
        where TResponse : CognitoIdentityResponse
    {
        call.BeginAttempt();
        try
        {
            using var request = CreateRequest(call);
            using var response = await sender.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? await ReadResultAsync(operation, call, response, cancellationToken).ConfigureAwait(false)
                : Outcome.FromException<TResponse>(await ReadErrorAsync(call, response, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Outcome.FromException<TResponse>(CallErrors.Connection(exception, call, settings.Endpoint));
        }
        catch (Exception exception)
        {
            return Outcome.FromException<TResponse>(exception);
        }
    }

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

    private async ValueTask<Outcome<TResponse>> ReadResultAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        Call call,
        HttpResponseMessage response,
        CancellationToken cancellationToken)
        where TResponse : CognitoIdentityResponse
    {
        using var body = await ResponseBody.ReadAsync(response.Content, settings.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        if (body.IsTooLong)
        {
            return Outcome.FromException<TResponse>(
                CallErrors.InvalidResponse($"is longer than MaxResponseBytes, {settings.MaxResponseBytes} bytes", null, call, response));
        }

        try
        {
            // An empty body is the empty output of any operation; one that has no output ignores whatever comes.
            var json = operation.HasOutput && !body.Bytes.IsEmpty ? body.Bytes : "{}"u8;
            var result = JsonSerializer.Deserialize(json, operation.ResponseJson);
            if (result is null)
            {
                return Outcome.FromException<TResponse>(CallErrors.InvalidResponse("is not a JSON object", null, call, response));
            }

            result.SetMetadata(new ResponseMetadata(response, call.RetryAttempts));
            return Outcome.FromResult(result);
        }
        catch (JsonException exception)
        {
            // The reader's messages name the member by its path, and never its value.
            return Outcome.FromException<TResponse>(
                CallErrors.InvalidResponse($"cannot be read: {exception.Message}", exception, call, response));
        }
    }

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
