namespace CognitoIdentity;

/// <summary>Decides after every failed attempt of a client's calls whether to repeat it, and when.</summary>
/// <param name="settings">The settings of the client.</param>
/// <param name="quota">The tokens that the client may spend on retries.</param>
/// <param name="jitter">Random numbers from 0 up to 1.</param>
/// <param name="telemetry">Reports the retries.</param>
internal sealed class RetryPolicy(ClientSettings settings, RetryQuota quota, Func<double> jitter, CallTelemetry telemetry)
{
    /// <summary>Returns the wait before the next attempt.</summary>
    public TimeSpan GetDelay(Call call, Exception failure) =>
        RetryDelay.Compute(call.RetryAttempts, ErrorClassification.IsThrottling(failure), jitter(), call.AskedDelay);

    /// <summary>Reports a retry.</summary>
    public void Retrying(Call call, Exception failure, TimeSpan delay) =>
        telemetry.Retrying(call, failure, RetryReason.For(call, failure), delay);

    /// <summary>Gives back, after a success, the cost of the call's last retry.</summary>
    public void Succeeded(Call call) => quota.GiveBack(call.LastRetryCost ?? RetryQuota.NoRetryIncrement);

    /// <summary>
    /// Gives back the cost of a retry that was never sent, because the caller or the total timeout ended the wait before it.
    /// </summary>
    public void Ended(Call call)
    {
        if (call.UnsentRetryCost > 0)
        {
            quota.GiveBack(call.UnsentRetryCost);
        }
    }

    /// <summary>Returns whether the call is repeated after a failure. If so, it pays for the retry.</summary>
    /// <remarks>The order is that of the AWS SDKs: a call that has no attempts left takes nothing from the quota.</remarks>
    public bool ShouldRetry(Call call, Exception failure)
    {
        if (call.Attempts >= settings.MaxAttempts)
        {
            return false;
        }

        if (IsClockSkew(call, failure) && !call.WasRetriedForSkew)
        {
            // Every call under way finds out about a wrong clock at the same time; together they would empty the quota.
            return call.WasRetriedForSkew = true;
        }

        return IsRetryable(call, failure) && TryPay(call, failure);
    }

    private bool TryPay(Call call, Exception failure)
    {
        var cost = ErrorClassification.IsThrottling(failure) ? RetryQuota.ThrottlingCost : RetryQuota.TransientCost;
        if (!quota.TryTake(cost))
        {
            telemetry.QuotaExhausted(call, failure);
            return false;
        }

        call.PayForRetry(cost);
        return true;
    }

    private static bool IsRetryable(Call call, Exception failure) => failure switch
    {
        CognitoIdentityConnectionException or CognitoIdentityTimeoutException =>
            !call.IsFetchingCredentials && (call.Operation.Effect != OperationEffect.NonRepeatableWrite || !call.IsAttemptOpen),
        InvalidResponseException => call.Operation.Effect == OperationEffect.Read,
        CognitoIdentityException error => error.IsThrottling || error.IsTransient || IsClockSkew(call, error),
        _ => false,
    };

    // The next attempt is signed with the skew that this response taught.
    private static bool IsClockSkew(Call call, Exception failure) =>
        failure is CognitoIdentityException error
        && call.Operation.IsSigned
        && ErrorClassification.IsClockSkewCode(error.ErrorCode)
        && call.TaughtSkew is { } taught
        && ServiceClock.IsFarOff(call.SignedSkew, taught);
}
