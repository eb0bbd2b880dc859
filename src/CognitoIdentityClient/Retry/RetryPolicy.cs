using Polly.Retry;
using Polly.Timeout;

namespace CognitoIdentity;

/// <summary>Decides after every failed attempt of a client's calls whether to repeat it, and when.</summary>
/// <param name="settings">The settings of the client.</param>
/// <param name="quota">The tokens that the client may spend on retries.</param>
/// <param name="jitter">Random numbers from 0 up to 1.</param>
/// <param name="telemetry">Reports the retries.</param>
internal sealed class RetryPolicy(ClientSettings settings, RetryQuota quota, Func<double> jitter, CallTelemetry telemetry)
{
    public RetryStrategyOptions StrategyOptions => new()
    {
        MaxRetryAttempts = settings.MaxAttempts - 1,
        ShouldHandle = args => ValueTask.FromResult(ShouldRetry(Call.From(args.Context), args.Outcome.Exception)),
        DelayGenerator = args =>
            ValueTask.FromResult<TimeSpan?>(Delay(Call.From(args.Context), args.Outcome.Exception, args.AttemptNumber)),
        OnRetry = args =>
        {
            Retrying(Call.From(args.Context), args.Outcome.Exception!, args.RetryDelay);
            return default;
        },
    };

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

    // The order is that of the AWS SDKs: a call that has no attempts left takes nothing from the quota.
    private bool ShouldRetry(Call call, Exception? failure)
    {
        if (failure is null || call.Attempts >= settings.MaxAttempts)
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

    private void Retrying(Call call, Exception failure, TimeSpan delay)
    {
        // Only here, because the attempt itself sees a cancellation and cannot tell whose it was.
        call.LastFailure = CallErrors.AttemptTimeout(failure, call, settings) ?? call.LastFailure;
        telemetry.Retrying(call, failure, RetryReason.For(call, failure), delay);
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
        TimeoutRejectedException or CognitoIdentityConnectionException or CognitoIdentityTimeoutException =>
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

    private TimeSpan Delay(Call call, Exception? failure, int retry) =>
        RetryDelay.Compute(retry, ErrorClassification.IsThrottling(failure), jitter(), call.AskedDelay);
}
