using Polly.Retry;
using Polly.Timeout;

namespace CognitoIdentity;

/// <summary>Decides after every failed attempt of a client's calls whether it is repeated, and when.</summary>
/// <param name="maxAttempts">How many times a request is sent at most.</param>
/// <param name="quota">What the client may spend on retries.</param>
/// <param name="clock">Knows how far the local clock is off.</param>
/// <param name="jitter">Random numbers from 0 up to 1.</param>
internal sealed class RetryPolicy(int maxAttempts, RetryQuota quota, ServiceClock clock, Func<double> jitter)
{
    public RetryStrategyOptions StrategyOptions => new()
    {
        MaxRetryAttempts = Math.Max(maxAttempts - 1, 1),
        ShouldHandle = args => ValueTask.FromResult(ShouldRetry(Call.From(args.Context), args.Outcome.Exception)),
        DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Delay(Call.From(args.Context), args.Outcome.Exception, args.AttemptNumber)),
    };

    /// <summary>Gives back, after a success, what the call's last retry cost.</summary>
    public void Succeeded(Call call) => quota.GiveBack(call.LastRetryCost ?? RetryQuota.NoRetryIncrement);

    // The order is that of the AWS SDKs: a call that has no attempts left takes nothing from the quota.
    private bool ShouldRetry(Call call, Exception? failure)
    {
        if (failure is null || !IsRetryable(call, failure) || call.Attempts >= maxAttempts)
        {
            return false;
        }

        var cost = IsThrottling(failure) ? RetryQuota.ThrottlingCost : RetryQuota.TransientCost;
        if (!quota.TryTake(cost))
        {
            return false;
        }

        call.LastRetryCost = cost;
        return true;
    }

    private bool IsRetryable(Call call, Exception failure) => failure switch
    {
        TimeoutRejectedException => call.Operation.Effect != OperationEffect.NonRepeatableWrite,
        CognitoIdentityConnectionException lost =>
            call.Operation.Effect != OperationEffect.NonRepeatableWrite || !CallErrors.MayHaveBeenCarriedOut(lost),
        InvalidResponseException => call.Operation.Effect == OperationEffect.Read,
        CognitoIdentityException error => error.IsThrottling || error.IsTransient || IsClockSkew(call, error),
        _ => false,
    };

    // The next attempt is signed with the time that this answer taught the clock.
    private bool IsClockSkew(Call call, CognitoIdentityException error) =>
        call.Operation.IsSigned && clock.IsFarOff && ErrorClassification.IsClockSkewCode(error.ErrorCode);

    private TimeSpan Delay(Call call, Exception? failure, int retry) =>
        RetryDelay.Compute(retry, IsThrottling(failure), jitter(), call.AskedDelay);

    private static bool IsThrottling(Exception? failure) => failure is CognitoIdentityException { IsThrottling: true };
}
