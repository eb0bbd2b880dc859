namespace CognitoIdentity.Testing;

/// <summary>The parts of an emulator that the control API reads and changes.</summary>
internal sealed record ControlContext(CognitoIdentityEmulator Emulator, EmulatorCore Core, EmulatorOptions Options, ExchangeLog Exchanges)
{
    /// <summary>The time at which the emulator started. A page that stayed open sees by it that another emulator responds.</summary>
    public DateTimeOffset StartedAt { get; } = TimeProvider.System.GetUtcNow();

    public DateTimeOffset Now => Emulator.TimeProvider.GetUtcNow();

    /// <summary>Goes back to the clock that the emulator was started with.</summary>
    public void FollowClock()
    {
        if (Emulator.TimeProvider is AdjustableClock clock)
        {
            // A delay that is under way still follows this clock, which nothing moves any more. If it stood still, the delay would never
            // end.
            clock.Set(clock.GetUtcNow(), freeze: false);
        }

        Emulator.TimeProvider = Options.TimeProvider;
    }

    /// <summary>Reads the state under its lock.</summary>
    public T Read<T>(Func<EmulatorState, T> read)
    {
        lock (Core.State.Lock)
        {
            return read(Core.State);
        }
    }

    /// <exception cref="ControlError">There is no such pool.</exception>
    public static PoolState RequirePool(EmulatorState state, string id) =>
        state.FindPool(id) ?? throw ControlError.NotFound($"There is no identity pool '{id}'.");
}
