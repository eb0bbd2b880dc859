using Polly.Timeout;

namespace CognitoIdentity;

/// <summary>The errors of a call that the service did not answer with.</summary>
internal static class CallErrors
{
    public static CognitoIdentityException Connection(Exception exception, Call call, Uri endpoint)
    {
        var cause = WithoutProxyPassword(exception);
        return OfCall(
            new CognitoIdentityConnectionException(
                $"{call.Operation.Name} got no answer from {endpoint.Authority} in {Times(call.Attempts)}: {cause.Message}",
                cause),
            call);
    }

    /// <summary>An error to which no answer came, with what the call knows.</summary>
    public static CognitoIdentityException OfCall(CognitoIdentityException exception, Call call) =>
        exception.OfCall(call.Operation.Name, call.RetryAttempts);

    public static CognitoIdentityException InvalidResponse(Call call, HttpResponseMessage response, string what, Exception? cause) =>
        new InvalidResponseException($"The response to {call.Operation.Name} {what}.", cause).With(new()
        {
            OperationName = call.Operation.Name,
            RetryAttempts = call.RetryAttempts,
            RequestId = ResponseMetadata.HeaderValue(response.Headers, ResponseMetadata.RequestIdHeader),
            StatusCode = response.StatusCode,
        });

    /// <summary>What the caller gets: the pipeline's own exceptions become the client's.</summary>
    public static Exception ForCaller(Exception exception, Call call, ClientSettings settings) =>
        exception switch
        {
            TimeoutRejectedException { TelemetrySource.StrategyName: ResiliencePipelines.AttemptTimeoutName } =>
                Timeout($"AttemptTimeout of {settings.AttemptTimeout} passed in attempt {call.Attempts} of {call.Operation.Name}", exception, call),
            TimeoutRejectedException { TelemetrySource.StrategyName: ResiliencePipelines.TotalTimeoutName } =>
                Timeout($"TotalTimeout of {settings.TotalTimeout} passed after {Times(call.Attempts)} of {call.Operation.Name}", exception, call),
            _ => exception,
        };

    /// <summary>Whether the service may have carried out a request that got no answer.</summary>
    public static bool MayHaveBeenCarriedOut(CognitoIdentityConnectionException exception) =>
        exception.InnerException is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError,
        };

    // Where a proxy refuses, .NET's message has the proxy's address with the user and the password of HTTPS_PROXY or a WebProxy in it.
    private static Exception WithoutProxyPassword(Exception exception)
    {
        if (exception is not HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } refused)
        {
            return exception;
        }

        var message = refused.Message;
        var start = message.IndexOf("://", StringComparison.Ordinal) + 3;
        var end = message.LastIndexOf('@') + 1;
        return end > start
            ? new HttpRequestException(refused.HttpRequestError, message.Remove(start, end - start), refused.InnerException, refused.StatusCode)
            : refused;
    }

    private static CognitoIdentityException Timeout(string message, Exception cause, Call call) =>
        OfCall(new CognitoIdentityTimeoutException($"{message}.", cause), call);

    private static string Times(int attempts) => attempts == 1 ? "1 attempt" : $"{attempts} attempts";
}
