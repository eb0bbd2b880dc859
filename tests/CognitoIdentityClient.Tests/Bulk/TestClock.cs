namespace CognitoIdentity.Tests.Bulk;

/// <summary>A clock whose waits end at once, or, while it is held, when the test says so.</summary>
internal sealed class TestClock : TimeProvider
{
    private readonly List<TestTimer> _held = [];

    /// <summary>How long the waits were.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public bool IsHeld { get; set; }

    public void EndWaits()
    {
        TestTimer[] held;
        lock (_held)
        {
            held = [.. _held];
            _held.Clear();
        }

        Array.ForEach(held, timer => timer.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class TestTimer(TestClock clock, Action fire) : ITimer
    {
        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return true;
            }

            lock (clock._held)
            {
                clock.Waits.Add(dueTime);
                if (clock.IsHeld)
                {
                    clock._held.Add(this);
                    return true;
                }
            }

            // Not on this thread: who makes a timer does not expect it to fire before it has it.
            ThreadPool.QueueUserWorkItem(_ => Fire());
            return true;
        }

        public void Dispose()
        {
            lock (clock._held)
            {
                clock._held.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
