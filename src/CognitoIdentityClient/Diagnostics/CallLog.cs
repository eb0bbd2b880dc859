using Microsoft.Extensions.Logging;

namespace CognitoIdentity;

/// <summary>
/// The log of calls: names, codes, ids, numbers and times, and never a body, a header or the service's message. The ids of the events are
/// public: docs/guides/observability.md lists them.
/// </summary>
internal static partial class CallLog
{
    /// <summary>The text in place of the request id of a response that has none, such as a gateway's.</summary>
    public const string NoRequestId = "none";

    private static readonly Func<ILogger, string, IDisposable?> Scope = LoggerMessage.DefineScope<string>("Cognito Identity/{Operation}");

    [LoggerMessage(
        EventId = 101,
        EventName = "CallSucceeded",
        Level = LogLevel.Debug,
        Message = "{Operation} succeeded after {ElapsedMilliseconds:0.#} ms. Attempts: {Attempts}. Request id: {RequestId}.")]
    public static partial void CallSucceeded(ILogger logger, string operation, string requestId, int attempts, double elapsedMilliseconds);

    [LoggerMessage(
        EventId = 102,
        EventName = "CallFailed",
        Level = LogLevel.Debug,
        Message =
            "{Operation} failed with {ErrorType} (status {StatusCode}) after {ElapsedMilliseconds:0.#} ms. Attempts: {Attempts}. Request "
            + "id: {RequestId}.")]
    public static partial void CallFailed(
        ILogger logger,
        string operation,
        string errorType,
        int statusCode,
        string requestId,
        int attempts,
        double elapsedMilliseconds);

    [LoggerMessage(
        EventId = 103,
        EventName = "Retrying",
        Message =
            "{Operation} is retried in {DelayMilliseconds:0.#} ms after {ErrorType} ({Reason}) in attempt {Attempt} of {MaxAttempts}. "
            + "Request id: {RequestId}.")]
    public static partial void Retrying(
        ILogger logger,
        LogLevel level,
        string operation,
        double delayMilliseconds,
        string errorType,
        string reason,
        int attempt,
        int maxAttempts,
        string requestId);

    [LoggerMessage(
        EventId = 104,
        EventName = "RetryQuotaExhausted",
        Level = LogLevel.Warning,
        Message =
            "{Operation} is not retried after {ErrorType} in attempt {Attempt}: the retry quota of the client is exhausted, because most "
            + "calls fail.")]
    public static partial void QuotaExhausted(ILogger logger, string operation, string errorType, int attempt);

    [LoggerMessage(
        EventId = 105,
        EventName = "ClockCorrected",
        Level = LogLevel.Warning,
        Message =
            "The local clock differs from the service's by {Skew} (before: {PreviousSkew}). The client signs with the service's time.")]
    public static partial void ClockCorrected(ILogger logger, TimeSpan skew, TimeSpan previousSkew);

    /// <summary>
    /// Gives the operation's name to what is logged during a call without it: message 105 and the lines of the application's message
    /// handlers.
    /// </summary>
    public static IDisposable? BeginScope(ILogger logger, string operation) => Scope(logger, operation);
}
