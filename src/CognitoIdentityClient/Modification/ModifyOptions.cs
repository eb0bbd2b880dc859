namespace CognitoIdentity;

/// <summary>Retry settings for a partial update that conflicts with a concurrent one.</summary>
public sealed record ModifyOptions
{
    /// <summary>
    /// Gets the maximum number of attempts, each of which reads, changes and writes, 1 or more. Default: 5. Only a write that the service
    /// rejects with <see cref="ConcurrentModificationException"/> leads to another attempt.
    /// </summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>Gets the clock for the delays between attempts. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Returns a random number in [0, 1), which scales the delays between attempts.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1, nameof(MaxAttempts));
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
