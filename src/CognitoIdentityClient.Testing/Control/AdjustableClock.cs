namespace CognitoIdentity.Testing;

/// <summary>
/// A clock that is a fixed distance from another one, or stands still. Its timers follow the time that it shows: moving the clock past a
/// timer's due time fires the timer.
/// </summary>
internal sealed class AdjustableClock(TimeProvider inner) : TimeProvider
{
    private readonly TimeProvider _parent = inner;
    private readonly object _lock = new();
    private readonly List<Timer> _timers = [];
    private TimeSpan _offset;
    private DateTimeOffset? _frozenAt;

    public bool IsFrozen
    {
        get
        {
            lock (_lock)
            {
                return _frozenAt is not null;
            }
        }
    }

    public override long TimestampFrequency => _parent.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => _parent.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _frozenAt ?? _parent.GetUtcNow() + _offset;
        }
    }

    /// <summary>Returns the other clock's timestamp: it measures elapsed time and must not jump.</summary>
    public override long GetTimestamp() => _parent.GetTimestamp();

    /// <summary>Shows another time from now on.</summary>
    /// <param name="time">The time to show.</param>
    /// <param name="freeze">Whether the clock stands still at that time rather than going on from it.</param>
    public void Set(DateTimeOffset time, bool freeze)
    {
        lock (_lock)
        {
            _offset = time - _parent.GetUtcNow();
            _frozenAt = freeze ? time : null;
        }

        Rearm();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private void Rearm()
    {
        Timer[] timers;
        lock (_lock)
        {
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.Rearm();
        }
    }

    /// <summary>A timer over one of the inner clock, which is set again whenever the time shown jumps.</summary>
    private sealed class Timer : ITimer
    {
        private readonly AdjustableClock _clock;
        private readonly ITimer _inner;
        private readonly object _lock = new();
        private DateTimeOffset? _due;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public Timer(AdjustableClock clock, TimerCallback callback, object? state)
        {
            _clock = clock;
            _inner = clock._parent.CreateTimer(_ => Fire(callback, state), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_lock)
            {
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
                _period = period;
            }

            return Rearm();
        }

        public bool Rearm()
        {
            lock (_lock)
            {
                var left = _due is { } due ? due - _clock.GetUtcNow() : Timeout.InfiniteTimeSpan;
                if (_due is not null && left > TimeSpan.Zero && _clock.IsFrozen)
                {
                    // Only moving the clock makes it fire.
                    left = Timeout.InfiniteTimeSpan;
                }
                else if (_due is not null && left < TimeSpan.Zero)
                {
                    left = TimeSpan.Zero;
                }

                return _inner.Change(left, Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            Forget();
            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Forget();
            return _inner.DisposeAsync();
        }

        private void Fire(TimerCallback callback, object? state)
        {
            lock (_lock)
            {
                // The clock may have been set back while the inner timer fired.
                if (_due is null || _due > _clock.GetUtcNow())
                {
                    Rearm();
                    return;
                }

                _due = _period == Timeout.InfiniteTimeSpan ? null : _due + _period;
            }

            Rearm();
            callback(state);
        }

        private void Forget()
        {
            lock (_clock._lock)
            {
                _clock._timers.Remove(this);
            }
        }
    }
}
