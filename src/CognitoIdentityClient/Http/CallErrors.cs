using Polly;
using Polly.Timeout;

namespace CognitoIdentity;

/// <summary>The errors of a call that did not come from the service.</summary>
internal static class CallErrors
{
    // https://www.rfc-editor.org/rfc/rfc9113#section-7: the server did nothing of the stream that it resets with this code.
    private const long RefusedStream = 0x7;

    /// <summary>Returns the error of an attempt whose connection failed.</summary>
    public static CognitoIdentityException Connection(Exception exception, Call call, Uri endpoint)
    {
        var cause = WithoutProxyPassword(exception);
        var error = new CognitoIdentityConnectionException(
            $"{call.Operation.Name} got no response from {endpoint.Authority} in {Times(call.Attempts)}: {cause.Message}", cause);
        if (IsRefusedStream(cause))
        {
            error.SetMayHaveBeenCarriedOut(false);
        }

        return error;
    }

    /// <summary>Returns whether a message handler of the application or the host gave up an attempt by a strategy of Polly.</summary>
    /// <remarks>Asked here, so that a process without a failure does not load Polly: a method loads what its exception filters
    /// name.</remarks>
    public static bool IsGivenUpByHandler(Exception exception) => exception is ExecutionRejectedException;

    /// <summary>
    /// Returns the error of an attempt that a message handler of the application or the host gave up: a timeout, an open circuit breaker or
    /// a rate limiter.
    /// </summary>
    public static CognitoIdentityException GivenUpByHandler(Exception exception, Call call) =>
        exception is TimeoutRejectedException
            ? new CognitoIdentityTimeoutException(
                $"A message handler gave up attempt {call.Attempts} of {call.Operation.Name}: {exception.Message}", exception)
            : new CognitoIdentityConnectionException(
                $"A message handler did not send attempt {call.Attempts} of {call.Operation.Name}: {exception.Message}", exception);

    public static CognitoIdentityException InvalidResponse(Call call, HttpResponseMessage response, string what, Exception? cause) =>
        new InvalidResponseException($"The response to {call.Operation.Name} {what}.", cause).With(new()
        {
            OperationName = call.Operation.Name,
            RetryAttempts = call.RetryAttempts,
            RequestId = ResponseMetadata.ReadRequestId(response.Headers),
            StatusCode = response.StatusCode,
        }).ExplainIfForeign(response);

    /// <summary>Returns the error of an attempt that the client's timeout of one attempt ended.</summary>
    public static CognitoIdentityException AttemptTimeout(Call call, ClientSettings settings, Exception cause) =>
        Timeout("AttemptTimeout", settings.AttemptTimeout, $"in attempt {call.Attempts} of {call.Operation.Name}", cause, call);

    /// <summary>Returns the error of a call that the client's timeout of the whole call ended.</summary>
    public static CognitoIdentityException TotalTimeout(Call call, ClientSettings settings, Exception cause) =>
        Timeout(
            "TotalTimeout",
            settings.TotalTimeout,
            $"after {Times(call.Attempts)} of {call.Operation.Name}",
            call.LastFailure ?? cause,
            call);

    private static CognitoIdentityException Timeout(string name, TimeSpan timeout, string when, Exception cause, Call call) =>
        new CognitoIdentityTimeoutException(
            call.IsFetchingCredentials
                ? $"The AWS credentials did not come within {name} of {timeout}, so attempt {call.Attempts + 1} of {call.Operation.Name} "
                    + "was not sent."
                : $"{name} of {timeout} passed {when}.",
            cause).WithCall(call.Operation.Name, call.RetryAttempts);

    private static bool IsRefusedStream(Exception exception) =>
        (exception.InnerException ?? exception) is HttpProtocolException { ErrorCode: RefusedStream };

    // If a proxy refuses the connection, .NET's message contains the proxy's address with the user and the password of HTTPS_PROXY or a
    // WebProxy.
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
            ? new HttpRequestException(
                refused.HttpRequestError, message.Remove(start, end - start), refused.InnerException, refused.StatusCode)
            : refused;
    }

    private static string Times(int attempts) => attempts == 1 ? "1 attempt" : $"{attempts} attempts";
}
