using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace CognitoIdentity;

/// <summary>The strategies around the attempts of a call: total time-out, retry, time-out of one attempt.</summary>
internal static class Resilience
{
    public const string AttemptTimeoutName = "CognitoIdentity.AttemptTimeout";
    public const string TotalTimeoutName = "CognitoIdentity.TotalTimeout";

    private static readonly TimeSpan TransientBase = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ThrottlingBase = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    /// <param name="settings">The client's time-outs, attempts and clock.</param>
    /// <param name="jitter">Random numbers from 0 up to 1.</param>
    public static ResiliencePipeline CreatePipeline(ClientSettings settings, Func<double> jitter)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = settings.TimeProvider };
        AddTimeout(builder, TotalTimeoutName, settings.TotalTimeout);
        if (settings.MaxAttempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = settings.MaxAttempts - 1,
                ShouldHandle = static args => ValueTask.FromResult(ShouldRetry(args.Outcome.Exception, CallOf(args.Context))),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Delay(args.AttemptNumber, args.Outcome.Exception, jitter())),
            });
        }

        AddTimeout(builder, AttemptTimeoutName, settings.AttemptTimeout);
        return builder.Build();
    }

    internal static bool ShouldRetry(Exception? failure, Call call) => failure switch
    {
        TimeoutRejectedException => call.Operation.Effect != OperationEffect.NonRepeatableWrite,
        CognitoIdentityConnectionException lost =>
            call.Operation.Effect != OperationEffect.NonRepeatableWrite || !CallErrors.MayHaveBeenCarriedOut(lost),
        InvalidResponseException => call.Operation.Effect == OperationEffect.Read,
        CognitoIdentityException error => error.IsThrottling || error.IsTransient,
        _ => false,
    };

    /// <summary>The wait before retry <paramref name="retry"/>, the first being 0: exponential with full jitter.</summary>
    internal static TimeSpan Delay(int retry, Exception? failure, double jitter)
    {
        var start = failure is CognitoIdentityException { IsThrottling: true } ? ThrottlingBase : TransientBase;
        var ceiling = Math.Min(start.TotalSeconds * Math.Pow(2, retry), LongestDelay.TotalSeconds);
        return TimeSpan.FromSeconds(jitter * ceiling);
    }

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(Call.ContextKey, null!);

    private static void AddTimeout(ResiliencePipelineBuilder builder, string name, TimeSpan timeout)
    {
        if (timeout != System.Threading.Timeout.InfiniteTimeSpan)
        {
            builder.AddTimeout(new TimeoutStrategyOptions { Name = name, Timeout = timeout });
        }
    }
}
