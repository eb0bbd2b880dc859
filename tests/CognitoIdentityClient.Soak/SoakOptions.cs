namespace CognitoIdentity.Soak;

/// <summary>The size of a run.</summary>
internal sealed record SoakOptions
{
    /// <summary>The seed of the callers' choices and of the faults.</summary>
    public required int Seed { get; init; }

    public int Callers { get; init; } = 64;

    /// <summary>The time that each caller goes on.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.MaxValue;

    /// <summary>The maximum number of calls of each caller.</summary>
    public int CallsPerCaller { get; init; } = int.MaxValue;

    /// <summary>Whether some responses take longer than an attempt may: that takes real time.</summary>
    public bool HasTimeouts { get; init; }

    /// <summary>The clock of the client.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
