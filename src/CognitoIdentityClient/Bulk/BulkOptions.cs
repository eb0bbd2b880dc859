namespace CognitoIdentity;

/// <summary>How identities are deleted in bulk.</summary>
public record BulkOptions
{
    /// <summary>How many requests may be under way at the same time, 1 or more. Default: 4.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>
    /// How many times an identity is sent at most, the first time included, 1 or more: an identity that comes back with
    /// <see cref="UnprocessedIdentityErrorCode.InternalServerError"/>, or whose request was throttled or lost, is sent again. Default: 5. The client's own
    /// retries of a request come on top.
    /// </summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>
    /// How long requests under way may still take when the work is cancelled; then they are cut off. Default: 5 seconds. Zero or more, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>. Of a request that is cut off nobody knows whether it was carried out.
    /// </summary>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock of waits between attempts, and of <see cref="GracePeriod"/>. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>A random number from 0 up to 1, for the length of waits.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    internal virtual void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrency, 1, nameof(MaxConcurrency));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1, nameof(MaxAttempts));
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (GracePeriod != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(GracePeriod, TimeSpan.Zero, nameof(GracePeriod));
            // What a timer can be set to.
            ArgumentOutOfRangeException.ThrowIfGreaterThan(GracePeriod.TotalMilliseconds, int.MaxValue, nameof(GracePeriod));
        }
    }
}
