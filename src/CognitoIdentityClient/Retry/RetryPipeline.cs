using Polly;
using Polly.Retry;

namespace CognitoIdentity;

/// <summary>Repeats failed attempts with Polly's retry strategy.</summary>
/// <remarks>
/// The strategy takes over when the first attempt has failed. Most calls never need it, and in each call it would take memory, and in a new
/// process the 30 ms in which Polly checks its options by reflection.
/// </remarks>
internal sealed class RetryPipeline
{
    private static readonly ResiliencePropertyKey<Call> CallKey = new("CognitoIdentity.Call");

    private readonly RetryPolicy _policy;
    private readonly Lazy<ResiliencePipeline<CallOutcome>> _pipeline;

    /// <param name="settings">The settings of the client.</param>
    /// <param name="policy">Decides what to repeat, and when.</param>
    public RetryPipeline(ClientSettings settings, RetryPolicy policy)
    {
        _policy = policy;
        _pipeline = new(() => Create(settings));
    }

    /// <summary>Repeats the attempts of a call until one succeeds or may not be repeated.</summary>
    /// <param name="call">The call.</param>
    /// <param name="first">The outcome of the first attempt.</param>
    /// <param name="attempt">Makes another attempt.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The outcome of the last attempt, or a cancellation that ended the wait before the next one.</returns>
    public async ValueTask<CallOutcome> RunAsync(
        Call call,
        CallOutcome first,
        Func<Call, CancellationToken, ValueTask<CallOutcome>> attempt,
        CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(call.Operation.Name, continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            CallOutcome? known = first;
            var outcome = await _pipeline.Value.ExecuteOutcomeAsync(
                async (context, call) =>
                {
                    var result = known ?? await attempt(call, context.CancellationToken).ConfigureAwait(false);
                    known = null;
                    return Outcome.FromResult(result);
                },
                context,
                call).ConfigureAwait(false);
            return outcome.Exception is { } exception ? CallOutcome.Failed(exception) : outcome.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static Call GetCall(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private ResiliencePipeline<CallOutcome> Create(ClientSettings settings) =>
        new ResiliencePipelineBuilder<CallOutcome> { TimeProvider = settings.TimeProvider }
            .AddRetry(new RetryStrategyOptions<CallOutcome>
            {
                MaxRetryAttempts = settings.MaxAttempts - 1,
                ShouldHandle = args => ValueTask.FromResult(
                    !args.Context.CancellationToken.IsCancellationRequested
                    && args.Outcome.Result?.Failure is { } failure
                    && _policy.ShouldRetry(GetCall(args.Context), failure)),
                DelayGenerator = args =>
                    ValueTask.FromResult<TimeSpan?>(_policy.GetDelay(GetCall(args.Context), args.Outcome.Result!.Failure!)),
                OnRetry = args =>
                {
                    _policy.Retrying(GetCall(args.Context), args.Outcome.Result!.Failure!, args.RetryDelay);
                    return default;
                },
            })
            .Build();
}
