namespace CognitoIdentity.Tests.Support;

public sealed class MachineClockTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly MachineClock _clock = new();
    private readonly DateTimeOffset _start;
    private readonly long _startTimestamp;
    // A FakeTimeProvider drops a timer that the garbage collector has finalized.
    private readonly ITimer _timer;
    private int _fired;

    public MachineClockTests()
    {
        _start = _clock.GetUtcNow();
        _startTimestamp = _clock.GetTimestamp();
        _timer = _clock.CreateTimer(_ => _fired++, null, Hour, Timeout.InfiniteTimeSpan);
    }

    private (TimeSpan Wall, TimeSpan Timestamp, int Fired) Passed =>
        (_clock.GetUtcNow() - _start, _clock.GetElapsedTime(_startTimestamp), _fired);

    public void Dispose() => _timer.Dispose();

    [Fact]
    public void Advance_moves_both_clocks_and_fires_timers()
    {
        _clock.Advance(Hour - TimeSpan.FromTicks(1));
        Assert.Equal((Hour - TimeSpan.FromTicks(1), Hour - TimeSpan.FromTicks(1), 0), Passed);

        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((Hour, Hour, 1), Passed);
    }

    [Fact]
    public void Sleep_moves_only_the_wall_clock()
    {
        _clock.Sleep(2 * Hour);
        Assert.Equal((2 * Hour, TimeSpan.Zero, 0), Passed);

        _clock.Advance(Hour);
        Assert.Equal((3 * Hour, Hour, 1), Passed);
    }

    [Fact]
    public void Wall_clock_is_set_back_without_the_timestamp()
    {
        _clock.Advance(Hour / 2);
        _clock.SetWallClock(_start - Hour);
        Assert.Equal((-Hour, Hour / 2, 0), Passed);

        _clock.MoveWallClock(Hour);
        Assert.Equal((TimeSpan.Zero, Hour / 2, 0), Passed);
    }

    [Fact]
    public void Timestamp_advances_without_the_wall_clock()
    {
        _clock.AdvanceTimestamp(Hour);
        Assert.Equal((TimeSpan.Zero, Hour, 1), Passed);
    }
}
