using Microsoft.Extensions.Time.Testing;

namespace CognitoIdentity.Tests.Support;

/// <summary>
/// A <see cref="FakeTimeProvider"/> in which short waits, such as those between attempts, pass by themselves; the clock goes on by them.
/// Longer ones, such as timeouts, pass when the test advances the clock. A test can await the beginning of a wait.
/// </summary>
/// <param name="start">The time at which the clock stands. Default: midnight of 1 January 2026, UTC.</param>
public sealed class VirtualTime(DateTimeOffset? start = null)
    : FakeTimeProvider(start ?? new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
{
    private readonly object _gate = new();
    private readonly object _passing = new();
    private readonly object _setting = new();
    private readonly List<VirtualTimer> _running = [];
    private readonly List<TimeSpan> _waits = [];
    private readonly List<(Func<bool> Condition, TaskCompletionSource Signal)> _awaited = [];
    private TimeSpan _adjusted;

    /// <summary>The longest wait that passes by itself. Default: 5 seconds, which is shorter than any timeout.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Called when a wait begins that passes by itself, before it passes.</summary>
    public Action? WaitBegins { get; set; }

    /// <summary>The number of waits and timeouts that are running.</summary>
    public int RunningTimers
    {
        get
        {
            lock (_gate)
            {
                return _running.Count;
            }
        }
    }

    /// <summary>The lengths of all waits and timeouts so far, in the order in which they began.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
            {
                return [.. _waits];
            }
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Sets the clock forward, or back by a negative time, as NTP does: no timer fires, and each keeps its remaining time.
    /// </summary>
    public void SetClock(TimeSpan difference)
    {
        lock (_setting)
        {
            AdjustTime(GetUtcNow() + difference);
            _adjusted += difference;
        }
    }

    /// <summary>Waits until as many waits and timeouts are running.</summary>
    public Task UntilRunningAsync(int timers) => UntilAsync(() => _running.Count == timers);

    /// <summary>Waits until a wait or a timeout of this length has begun, for the given number of times.</summary>
    public Task UntilWaitAsync(TimeSpan length, int times = 1) => UntilAsync(() => _waits.Count(wait => wait == length) >= times);

    private Task UntilAsync(Func<bool> condition)
    {
        // A continuation on this thread would run inside of whatever creates the timer.
        var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _awaited.Add((condition, signal));
            SignalWhatCameTrue();
        }

        return signal.Task.WaitAsync(SafetyLimit.Value);
    }

    private void SignalWhatCameTrue() => _awaited.RemoveAll(awaited => awaited.Condition() && awaited.Signal.TrySetResult());

    private void Begin(VirtualTimer timer, TimeSpan length)
    {
        lock (_gate)
        {
            _running.Remove(timer);
            _running.Add(timer);
            _waits.Add(length);
            SignalWhatCameTrue();
        }
    }

    private void End(VirtualTimer timer)
    {
        lock (_gate)
        {
            _running.Remove(timer);
            SignalWhatCameTrue();
        }
    }

    private void Pass(VirtualTimer timer, TimeSpan length)
    {
        var due = Unadjusted() + length;
        WaitBegins?.Invoke();

        // Not on this thread: code that creates a timer does not expect it to fire before it has it.
        ThreadPool.QueueUserWorkItem(_ => PassUntil(due, timer));
    }

    // Waits that pass at the same time overlap: each moves the clock to its own end, and not by its whole length.
    private void PassUntil(DateTimeOffset due, VirtualTimer timer)
    {
        lock (_passing)
        {
            bool isRunning;
            lock (_gate)
            {
                isRunning = _running.Contains(timer);
            }

            var left = due - Unadjusted();
            if (isRunning && left >= TimeSpan.Zero)
            {
                Advance(left);
            }
        }
    }

    // The time that the clock would show if it had never been set: timers run by it.
    private DateTimeOffset Unadjusted()
    {
        lock (_setting)
        {
            return GetUtcNow() - _adjusted;
        }
    }

    private ITimer CreateInnerTimer(TimerCallback callback, object? state) =>
        base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private sealed class VirtualTimer : ITimer
    {
        private readonly VirtualTime _time;
        private readonly ITimer _inner;
        private TimeSpan _period;
        private bool _passesByItself;

        public VirtualTimer(VirtualTime time, TimerCallback callback, object? state)
        {
            _time = time;
            _inner = time.CreateInnerTimer(
                state =>
                {
                    if (_period == Timeout.InfiniteTimeSpan)
                    {
                        _time.End(this);
                    }

                    // While a FakeTimeProvider fires a timer, time does not pass by another call of Advance. What follows a wait may make
                    // one.
                    if (_passesByItself)
                    {
                        ThreadPool.QueueUserWorkItem(_ => callback(state));
                    }
                    else
                    {
                        callback(state);
                    }
                },
                state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                _time.End(this);
                return _inner.Change(dueTime, period);
            }

            _passesByItself = dueTime <= _time.LongestWait;
            _time.Begin(this, dueTime);

            // A FakeTimeProvider fires a timer without a wait at once, on this thread.
            var length = dueTime > TimeSpan.Zero ? dueTime : TimeSpan.FromTicks(1);
            var isChanged = _inner.Change(length, period);
            if (_passesByItself)
            {
                _time.Pass(this, length);
            }

            return isChanged;
        }

        public void Dispose()
        {
            _time.End(this);
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
