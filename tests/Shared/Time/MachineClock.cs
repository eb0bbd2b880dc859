using Microsoft.Extensions.Time.Testing;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// The clocks of one machine, moved by the test: the wall clock, and the monotonic timestamp with the timers that run by it. Time that
/// passes moves both, a clock that is set moves only the first, and so does sleep on Linux, where the monotonic clock stands still
/// (<c>CLOCK_MONOTONIC</c> in clock_gettime(2)).
/// </summary>
public sealed class MachineClock : TimeProvider
{
    private readonly FakeTimeProvider _uptime = new(DateTimeOffset.UnixEpoch);
    private long _boot;

    /// <summary>Creates a clock that stands still.</summary>
    /// <param name="now">The time of the wall clock. Default: noon of 22 November 2026, UTC.</param>
    public MachineClock(DateTimeOffset? now = null) => SetWallClock(now ?? new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => _uptime.TimestampFrequency;

    private TimeSpan Uptime => _uptime.GetUtcNow() - DateTimeOffset.UnixEpoch;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(Volatile.Read(ref _boot), TimeSpan.Zero) + Uptime;

    /// <inheritdoc/>
    public override long GetTimestamp() => _uptime.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _uptime.CreateTimer(callback, state, dueTime, period);

    /// <summary>Lets time pass: the wall clock and the timestamp go on, and timers that become due fire on this thread.</summary>
    public void Advance(TimeSpan time) => _uptime.Advance(time);

    /// <summary>Lets the machine sleep: the wall clock goes on, the timestamp and the timers stand still.</summary>
    public void Sleep(TimeSpan time) => MoveWallClock(time);

    /// <summary>Moves the wall clock forward, or back by a negative time, as a user or NTP does; nothing else moves.</summary>
    public void MoveWallClock(TimeSpan time) => Interlocked.Add(ref _boot, time.Ticks);

    /// <summary>Sets the wall clock; nothing else moves.</summary>
    public void SetWallClock(DateTimeOffset now) => Volatile.Write(ref _boot, now.UtcTicks - Uptime.Ticks);

    /// <summary>Lets only the timestamp and the timers go on, as if the wall clock were set back by as much.</summary>
    public void AdvanceTimestamp(TimeSpan time)
    {
        // The wall clock first: a timer that fires must not see a time that never was.
        MoveWallClock(-time);
        Advance(time);
    }
}
