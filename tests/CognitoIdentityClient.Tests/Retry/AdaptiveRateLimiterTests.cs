using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>The limiter, step by step, against its formulas worked out by hand.</summary>
public sealed class AdaptiveRateLimiterTests
{
    private readonly SimulatedTime _time = new();
    private readonly AdaptiveRateLimiter _limiter;

    public AdaptiveRateLimiterTests() => _limiter = new(_time);

    [Fact]
    public void Limiter_lets_everything_through_until_the_first_throttled_answer()
    {
        for (var index = 0; index < 1000; index++)
        {
            Assert.True(_limiter.WaitAsync(default).AsTask().IsCompletedSuccessfully);
            _limiter.Record(isThrottled: false);
        }
    }

    // The measured rate is 0 within the first half second, and the lowest rate is a request every two seconds.
    [Fact]
    public void Throttled_answer_before_any_rate_was_measured_gives_the_lowest_rate()
    {
        _limiter.Record(isThrottled: true);

        Assert.Equal([2, 4], SecondsOfNext(2));
    }

    // 10 answers in the first half second, and the throttled one after it: m = 0.8 × 11 / 0.5 = 17.6, rate = 0.7 × 17.6 = 12.32.
    [Fact]
    public void Throttled_answer_cuts_the_measured_rate_to_seven_tenths()
    {
        RecordEvery(seconds: 0.05, count: 10);
        _limiter.Record(isThrottled: true);

        var next = SecondsOfNext(20);

        Assert.Equal(next[^2] + (1 / 12.32), next[^1], 0.002);
        Assert.Equal(next[0] + (19 / 12.32), next[^1], 0.025);
    }

    // The second throttle finds the limiter on: w_max = min(m, fill), so 0.7 × 12.32.
    [Fact]
    public void Second_throttled_answer_cuts_the_rate_that_was_allowed()
    {
        RecordEvery(seconds: 0.05, count: 10);
        _limiter.Record(isThrottled: true);
        _limiter.Record(isThrottled: true);

        var next = SecondsOfNext(20);

        Assert.Equal(next[^2] + (1 / (0.7 * 12.32)), next[^1], 0.002);
    }

    // The curve: 0.4 × (t − k)³ + 17.6 with k = cbrt(17.6 × 0.3 / 0.4) = 2.3633; after 0.45 s, still in the same half second and so by the
    // same m, it stands at 0.4 × (0.45 − 2.3633)³ + 17.6 = 14.798.
    [Fact]
    public void Answer_that_is_not_throttled_raises_the_rate_along_the_curve()
    {
        RecordEvery(seconds: 0.05, count: 10);
        _limiter.Record(isThrottled: true);
        _time.RunFor(TimeSpan.FromSeconds(0.45));
        _limiter.Record(isThrottled: false);

        var next = SecondsOfNext(40);

        Assert.Equal(next[^2] + (1 / 14.798), next[^1], 0.002);
    }

    [Fact]
    public async Task Caller_that_gives_up_its_place_in_the_line_does_not_hold_up_those_behind()
    {
        using var cancellation = new CancellationTokenSource();
        var clock = new ManualTimeProvider { LongestWait = TimeSpan.Zero };
        var limiter = new AdaptiveRateLimiter(clock);
        limiter.Record(isThrottled: true);
        var first = limiter.WaitAsync(cancellation.Token).AsTask();
        var second = limiter.WaitAsync(cancellation.Token).AsTask();
        var third = limiter.WaitAsync(default).AsTask();

        await cancellation.CancelAsync();

        await TestClient.FailureAsync<OperationCanceledException>(first);
        await TestClient.FailureAsync<OperationCanceledException>(second);
        Assert.False(third.IsCompleted);
        await Eventually.IsTrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return third.IsCompletedSuccessfully;
        });
    }

    private void RecordEvery(double seconds, int count)
    {
        for (var index = 0; index < count; index++)
        {
            _limiter.Record(isThrottled: false);
            _time.RunFor(TimeSpan.FromSeconds(seconds));
        }
    }

    /// <summary>When each of the next requests may be sent, in seconds from now.</summary>
    private List<double> SecondsOfNext(int count)
    {
        var start = _time.GetUtcNow();
        var seconds = new List<double>();
        _time.CreateTimer(_ => _ = WaitForAllAsync(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _time.RunFor(TimeSpan.FromMinutes(1));
        return seconds;

        async Task WaitForAllAsync()
        {
            for (var index = 0; index < count; index++)
            {
                await _limiter.WaitAsync(default);
                seconds.Add((_time.GetUtcNow() - start).TotalSeconds);
            }
        }
    }
}
