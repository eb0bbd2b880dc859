namespace CognitoIdentity.Testing;

/// <summary>The emulator's clock: read, set, advance, follow.</summary>
internal sealed class ClockEndpoints(ControlContext context)
{
    // An expiry of a token is later, and has to be a date as well.
    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Earliest = DateTimeOffset.UnixEpoch;

    public Task DescribeAsync(ControlCall call)
    {
        var now = context.Now;
        var offset = now - context.Options.TimeProvider.GetUtcNow();
        var clock = context.Emulator.TimeProvider switch
        {
            AdjustableClock { IsFrozen: true } => new ClockDocument(now, "frozen", offset.TotalSeconds),
            AdjustableClock => new ClockDocument(now, "shifted", offset.TotalSeconds),
            _ => new ClockDocument(now, "following", 0),
        };
        return call.RespondAsync(clock, ControlJson.Readable.ClockDocument);
    }

    public async Task SetAsync(ControlCall call)
    {
        var body = await call.ReadAsync("time", "frozen").ConfigureAwait(false);
        var time = body.Time("time") ?? throw ControlError.Invalid("'time' is required.");
        await MoveAsync(call, "time", time.ToUniversalTime(), body.Flag("frozen") ?? false).ConfigureAwait(false);
    }

    public async Task AdvanceAsync(ControlCall call)
    {
        var body = await call.ReadAsync("seconds").ConfigureAwait(false);
        var seconds = body.Number("seconds") ?? throw ControlError.Invalid("'seconds' is required.");
        if (seconds <= 0)
        {
            throw ControlError.Invalid($"'seconds' must be greater than 0. Use {ControlApi.Root}/clock/set to go back.");
        }

        if (seconds > (Latest - Earliest).TotalSeconds)
        {
            throw OutOfRange("seconds");
        }

        var isFrozen = context.Emulator.TimeProvider is AdjustableClock { IsFrozen: true };
        await MoveAsync(call, "seconds", context.Now + TimeSpan.FromSeconds(seconds), isFrozen).ConfigureAwait(false);
    }

    /// <summary>Goes back to the clock that the emulator was started with.</summary>
    public async Task FollowAsync(ControlCall call)
    {
        await call.ReadAsync().ConfigureAwait(false);
        context.FollowClock();
        context.Exchanges.Signal();
        await DescribeAsync(call).ConfigureAwait(false);
    }

    private async Task MoveAsync(ControlCall call, string member, DateTimeOffset time, bool freeze)
    {
        if (time < Earliest || time > Latest)
        {
            throw OutOfRange(member);
        }

        if (context.Emulator.TimeProvider is not AdjustableClock clock)
        {
            clock = new AdjustableClock(context.Emulator.TimeProvider);
            context.Emulator.TimeProvider = clock;
        }

        clock.Set(time, freeze);
        context.Exchanges.Signal();
        await DescribeAsync(call).ConfigureAwait(false);
    }

    private static ControlError OutOfRange(string member) =>
        ControlError.Invalid($"'{member}' must lead to a time between {Earliest:yyyy} and {Latest:yyyy}.");
}
