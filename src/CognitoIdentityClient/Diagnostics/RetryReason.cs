namespace CognitoIdentity;

/// <summary>The reasons of retries, as metrics, spans and the log name them.</summary>
internal static class RetryReason
{
    /// <summary>Returns the reason for a retry after a failure: a word from a fixed list.</summary>
    public static string For(Call call, Exception failure) => failure switch
    {
        _ when ErrorClassification.IsThrottling(failure) => "throttling",
        CognitoIdentityTimeoutException => "timeout",
        CognitoIdentityConnectionException => "connection",
        InvalidResponseException => "invalid_response",
        CognitoIdentityException error when call.Operation.IsSigned && ErrorClassification.IsClockSkewCode(error.ErrorCode) => "clock_skew",
        _ => "server_error",
    };
}
