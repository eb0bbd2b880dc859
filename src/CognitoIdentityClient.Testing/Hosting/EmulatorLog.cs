using Microsoft.Extensions.Logging;

namespace CognitoIdentity.Testing;

/// <summary>The lines that the emulator logs. None has a header, a body or a token.</summary>
internal static partial class EmulatorLog
{
    /// <summary>
    /// Logs a call in one line: its operation, its outcome, and how long it really took, whatever the emulator's clock says.
    /// </summary>
    public static void Called(this ILogger log, string operation, ServiceResponse? response, TimeSpan duration)
    {
        var outcome = response switch
        {
            null => "connection closed",
            { Failure: { } error } => $"{response.Status} {error.Code}: {error.Message}",
            _ => $"{response.Status}",
        };
        log.Called(operation, outcome, duration.TotalMilliseconds);
    }

    [LoggerMessage(1, LogLevel.Information, "{Operation} {Outcome} ({Milliseconds:0.0} ms)")]
    private static partial void Called(this ILogger log, string operation, string outcome, double milliseconds);

    /// <summary>Logs a failure of the emulator itself.</summary>
    [LoggerMessage(2, LogLevel.Error, "The emulator failed while it handled a request ({Operation}).")]
    public static partial void Failed(this ILogger log, Exception exception, string operation);

    /// <summary>Logs that the keys of an identity provider cannot be fetched, so that its tokens with a new key are refused.</summary>
    [LoggerMessage(3, LogLevel.Warning, "The keys of {Provider} cannot be fetched.")]
    public static partial void KeysNotFetched(this ILogger log, Exception exception, string provider);
}
