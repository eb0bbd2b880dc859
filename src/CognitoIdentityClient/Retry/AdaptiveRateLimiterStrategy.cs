using Polly;

namespace CognitoIdentity;

/// <summary>Lets every attempt wait for its turn, and reports its outcome to the limiter.</summary>
internal sealed class AdaptiveRateLimiterStrategy(AdaptiveRateLimiter limiter) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback,
        ResilienceContext context,
        TState state)
    {
        double sent;
        try
        {
            sent = await limiter.WaitAsync(context.CancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            return Outcome.FromException<TResult>(exception);
        }

        var outcome = await callback(context, state).ConfigureAwait(false);
        limiter.Record(sent, isThrottled: ErrorClassification.IsThrottling(outcome.Exception));
        return outcome;
    }

    public sealed class Options : ResilienceStrategyOptions
    {
        public Options() => Name = "CognitoIdentity.AdaptiveRateLimiter";
    }
}
