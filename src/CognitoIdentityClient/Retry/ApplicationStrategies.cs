using Polly;

namespace CognitoIdentity;

/// <summary>The Polly strategies that the application adds around the calls of a client.</summary>
/// <remarks>
/// Their outcomes are objects because Polly's strategies are for object: for any other type each of them would convert every outcome.
/// </remarks>
internal sealed class ApplicationStrategies
{
    private readonly ResiliencePipeline _pipeline;

    private ApplicationStrategies(ResiliencePipeline pipeline) => _pipeline = pipeline;

    /// <summary>Creates the strategies.</summary>
    /// <param name="configure">Adds the strategies.</param>
    /// <param name="timeProvider">The clock of the client.</param>
    public static ApplicationStrategies Create(Action<ResiliencePipelineBuilder> configure, TimeProvider timeProvider)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = timeProvider };
        configure(builder);
        return new(builder.Build());
    }

    /// <summary>Makes a call under the strategies.</summary>
    /// <param name="operation">The operation, whose name the strategies get.</param>
    /// <param name="run">Runs the call. A strategy such as hedging may call it several times, also at once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<CallOutcome> RunAsync(
        Operation operation,
        Func<CancellationToken, ValueTask<CallOutcome>> run,
        CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(operation.Name, continueOnCapturedContext: false, cancellationToken);
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(
                static async (context, run) =>
                {
                    var outcome = await run(context.CancellationToken).ConfigureAwait(false);
                    return outcome.Failure is { } failure
                        ? Outcome.FromException<object>(failure)
                        : Outcome.FromResult<object>(outcome.Response!);
                },
                context,
                run).ConfigureAwait(false);
            return outcome.Exception is { } exception
                ? CallOutcome.Failed(exception)
                : CallOutcome.Succeeded((CognitoIdentityResponse)outcome.Result!);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
