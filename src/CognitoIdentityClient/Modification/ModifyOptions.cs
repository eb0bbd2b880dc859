namespace CognitoIdentity;

/// <summary>How a change is repeated when somebody else changed the same thing meanwhile.</summary>
public sealed record ModifyOptions
{
    /// <summary>
    /// How many times to read, change and write at most, 1 or more: it is done again when the service answers a write with
    /// <see cref="ConcurrentModificationException"/>. Default: 5.
    /// </summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>The clock of the waits between attempts. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>A random number from 0 up to 1, for the length of waits.</summary>
    internal Func<double> Jitter { get; init; } = Random.Shared.NextDouble;

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1, nameof(MaxAttempts));
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
