using Microsoft.Extensions.Logging;

namespace CognitoIdentity;

/// <summary>
/// The messages of <see cref="CallLog"/> about attempts without a response. They have the same ids, and no status or request id: in the
/// same message these would be logged as <c>(null)</c>. The generator allows an id only once in a class.
/// </summary>
internal static partial class UnansweredCallLog
{
    [LoggerMessage(
        EventId = 102,
        EventName = "CallFailed",
        Level = LogLevel.Debug,
        Message = "{Operation} failed with {ErrorType} (no response) after {ElapsedMilliseconds:0.#} ms. Attempts: {Attempts}.")]
    public static partial void CallFailed(ILogger logger, string operation, string errorType, int attempts, double elapsedMilliseconds);

    [LoggerMessage(
        EventId = 103,
        EventName = "Retrying",
        Message =
            "{Operation} is retried in {DelayMilliseconds:0.#} ms after {ErrorType} ({Reason}, no response) in attempt {Attempt} of "
            + "{MaxAttempts}.")]
    public static partial void Retrying(
        ILogger logger,
        LogLevel level,
        string operation,
        double delayMilliseconds,
        string errorType,
        string reason,
        int attempt,
        int maxAttempts);
}
