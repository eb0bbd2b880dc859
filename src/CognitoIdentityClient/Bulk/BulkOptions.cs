namespace CognitoIdentity;

/// <summary>The settings that <see cref="BulkDeleteOptions"/> and <see cref="PurgeOptions"/> have in common.</summary>
public abstract record BulkOptions
{
    private protected BulkOptions()
    {
    }

    /// <summary>Gets the maximum number of concurrent requests, 1 or more. Default: 4.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>
    /// Gets the maximum number of attempts per identity, including the first, 1 or more. Default: 5. An identity is sent again if the
    /// service reports <see cref="UnprocessedIdentityErrorCode.InternalServerError"/> for it, or if its request was throttled or failed
    /// with a transient error. The client's own retries of each request are not counted.
    /// </summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>
    /// Gets the time that pending requests may continue after a cancellation before they are cut off. Default: 5 seconds. Zero or more, at
    /// most about 24 days, or <see cref="Timeout.InfiniteTimeSpan"/>. It is unknown whether a request that was cut off has been carried
    /// out.
    /// </summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets the clock for the delays between attempts and for <see cref="GracePeriod"/>. Default: <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Returns a random number in [0, 1), which scales the delays between attempts.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    internal virtual void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrency, 1, nameof(MaxConcurrency));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1, nameof(MaxAttempts));
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (GracePeriod != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(GracePeriod, TimeSpan.Zero, nameof(GracePeriod));
            // CancellationTokenSource.CancelAfter accepts no longer delay.
            ArgumentOutOfRangeException.ThrowIfGreaterThan(GracePeriod.TotalMilliseconds, int.MaxValue, nameof(GracePeriod));
        }
    }
}
