namespace CognitoIdentity.Tests.Support;

/// <summary>
/// Time as a queue of timers, which go off one after the other on the thread of <see cref="RunFor"/>: hours of a service's life pass in
/// a second, and the same way each time. In <see cref="VirtualTime"/> waits pass on several threads, in an order that the system chooses.
/// </summary>
public sealed class SimulatedTime : TimeProvider
{
    private readonly PriorityQueue<(SimulatedTimer Timer, int Version), (DateTimeOffset Due, int Order)> _due = new();
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private int _order;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <inheritdoc/>
    public override long GetTimestamp() => _now.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass. What waits for a timer goes on on this thread: a synchronization context would take it elsewhere.</summary>
    public void RunFor(TimeSpan time)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            RunUntil(_now + time);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private void RunUntil(DateTimeOffset end)
    {
        while (_due.TryPeek(out var next, out var when) && when.Due <= end)
        {
            _due.Dequeue();
            if (next.Timer.Version == next.Version)
            {
                _now = when.Due;
                next.Timer.Fire();
            }
        }

        _now = end;
    }

    private sealed class SimulatedTimer(SimulatedTime time, Action fire) : ITimer
    {
        /// <summary>Changes when the timer does: what was queued before is void.</summary>
        public int Version { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Version++;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                time._due.Enqueue((this, Version), (time._now + dueTime, time._order++));
            }

            return true;
        }

        public void Dispose() => Version++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
