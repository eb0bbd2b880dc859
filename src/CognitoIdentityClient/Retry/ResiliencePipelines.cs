using System.Diagnostics.CodeAnalysis;
using Polly;
using Polly.Timeout;

namespace CognitoIdentity;

/// <summary>The strategies around the attempts of a call: total timeout, retry, rate limiter, timeout of one attempt.</summary>
internal static class ResiliencePipelines
{
    public const string AttemptTimeoutName = "CognitoIdentity.AttemptTimeout";
    public const string TotalTimeoutName = "CognitoIdentity.TotalTimeout";

    /// <summary>Begins to create the pipeline on another thread, so that it is ready, or nearly, when it is first needed.</summary>
    /// <remarks>
    /// Polly checks the options of strategies by reflection, which takes a new process longer than everything else before the first
    /// request.
    /// </remarks>
    public static Lazy<ResiliencePipeline> CreatePipelineAhead(ClientSettings settings, RetryPolicy retry)
    {
        var pipeline = new Lazy<ResiliencePipeline>(() => CreatePipeline(settings, retry));
        ThreadPool.UnsafeQueueUserWorkItem(
            static pipeline =>
            {
                try
                {
                    _ = pipeline.Value;
                }
                catch (Exception)
                {
                    // The Lazy keeps the exception for the first call.
                }
            },
            pipeline,
            preferLocal: false);
        return pipeline;
    }

    private static ResiliencePipeline CreatePipeline(ClientSettings settings, RetryPolicy retry)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = settings.TimeProvider };
        AddTimeout(builder, TotalTimeoutName, settings.TotalTimeout);
        if (settings.MaxAttempts > 1)
        {
            builder.AddRetry(retry.StrategyOptions);
        }

        if (settings.RetryMode == RetryMode.Adaptive)
        {
            AddRateLimiter(builder, new AdaptiveRateLimiter(settings.TimeProvider));
        }

        AddTimeout(builder, AttemptTimeoutName, settings.AttemptTimeout);
        return builder.Build();
    }

    /// <summary>Creates the strategies that the application adds around all of that; null if there are none.</summary>
    public static ResiliencePipeline? CreateCustomPipeline(ClientSettings settings)
    {
        if (settings.ConfigureResilience is not { } configure)
        {
            return null;
        }

        var builder = new ResiliencePipelineBuilder { TimeProvider = settings.TimeProvider };
        configure(builder);
        return builder.Build();
    }

    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "AddStrategy validates the annotated properties of the options; these have none of their own.")]
    private static void AddRateLimiter(ResiliencePipelineBuilder builder, AdaptiveRateLimiter limiter) =>
        builder.AddStrategy(_ => new AdaptiveRateLimiterStrategy(limiter), new AdaptiveRateLimiterStrategy.Options());

    private static void AddTimeout(ResiliencePipelineBuilder builder, string name, TimeSpan timeout)
    {
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            builder.AddTimeout(new TimeoutStrategyOptions { Name = name, Timeout = timeout });
        }
    }
}
