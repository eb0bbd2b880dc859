using Polly;

namespace CognitoIdentity.Tests.Retry;

/// <summary>The strategy of docs/guides/retries.md.</summary>
internal sealed class HedgedReads(ResiliencePipeline<object> hedging) : ResilienceStrategy
{
    protected override async ValueTask<Outcome<TResult>> ExecuteCore<TResult, TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<TResult>>> callback, ResilienceContext context, TState state)
    {
        if (context.OperationKey is not ("DescribeIdentityPool" or "ListIdentityPools"))
        {
            return await callback(context, state);
        }

        var outcome = await hedging.ExecuteOutcomeAsync(
            async (context, state) =>
            {
                var inner = await callback(context, state);
                return inner.Exception is { } error ? Outcome.FromException<object>(error) : Outcome.FromResult<object>(inner.Result!);
            },
            context,
            state);
        return outcome.Exception is { } error ? Outcome.FromException<TResult>(error) : Outcome.FromResult((TResult)outcome.Result!);
    }

    public sealed class Options : ResilienceStrategyOptions;
}
