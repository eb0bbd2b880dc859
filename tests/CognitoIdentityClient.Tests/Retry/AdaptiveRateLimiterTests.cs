using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Tests.Retry;

/// <summary>The limiter, step by step, against its formulas worked out by hand.</summary>
public sealed class AdaptiveRateLimiterTests
{
    private readonly SimulatedTime _time = new();
    private readonly DateTimeOffset _start;
    private readonly AdaptiveRateLimiter _limiter;

    public AdaptiveRateLimiterTests() => (_start, _limiter) = (_time.GetUtcNow(), new(_time));

    [Fact]
    public void Limiter_lets_everything_through_until_the_first_throttled_response()
    {
        for (var index = 0; index < 1000; index++)
        {
            Assert.True(_limiter.WaitAsync(default).AsTask().IsCompletedSuccessfully);
            Record(isThrottled: false);
        }
    }

    // The measured rate is 0 within the first half second, and the lowest rate is a request every two seconds.
    [Fact]
    public void Throttled_response_before_any_rate_was_measured_gives_the_lowest_rate()
    {
        Record(isThrottled: true);

        Assert.Equal([2, 4], SecondsOfNext(2));
    }

    // 10 responses in the first half second, and the throttled one after it: m = 0.8 × 11 / 0.5 = 17.6, rate = 0.7 × 17.6 = 12.32.
    [Fact]
    public void Throttled_response_cuts_the_measured_rate_to_seven_tenths()
    {
        RecordEvery(seconds: 0.05, count: 10);
        Record(isThrottled: true);

        Assert.Equal(12.32, RateOfNext(), 0.02);
    }

    // The second throttle finds the limiter on: w_max = min(m, fill), so 0.7 × 12.32.
    [Fact]
    public void Second_throttled_response_cuts_the_rate_that_was_allowed()
    {
        RecordEvery(seconds: 0.05, count: 10);
        Record(isThrottled: true);
        Record(isThrottled: true);

        Assert.Equal(0.7 * 12.32, RateOfNext(), 0.02);
    }

    // Of requests on their way together the first refusal slows down: 0.7 × 17.6, and not by 0.7 again for each of the others.
    [Fact]
    public void Throttled_responses_to_requests_sent_before_the_client_slowed_down_do_not_slow_it_down_again()
    {
        RecordEvery(seconds: 0.05, count: 10);
        Record(isThrottled: true);
        for (var index = 0; index < 5; index++)
        {
            _limiter.Record(sent: 0.499, isThrottled: true);
        }

        Assert.Equal(12.32, RateOfNext(), 0.02);
    }

    // The curve: 0.4 × (t − k)³ + 17.6 with k = cbrt(17.6 × 0.3 / 0.4) = 2.3633; after 0.45 s, still in the same half second and so by the
    // same m, it stands at 0.4 × (0.45 − 2.3633)³ + 17.6 = 14.798.
    [Fact]
    public void Response_that_is_not_throttled_raises_the_rate_along_the_curve()
    {
        RecordEvery(seconds: 0.05, count: 10);
        Record(isThrottled: true);
        _time.RunFor(TimeSpan.FromSeconds(0.45));
        Record(isThrottled: false);

        Assert.Equal(14.798, RateOfNext(), 0.02);
    }

    // Limited to 12.32, the limiter's time runs at 12.32 / 15: 0.45 s count as 0.3696 s, and with k = cbrt(12.32 × 0.3 / 0.4) = 2.0984 the
    // curve stands at 0.4 × (0.3696 − 2.0984)³ + 12.32 = 10.253.
    [Fact]
    public void Curve_under_a_low_limit_takes_as_many_requests_as_under_fifteen_a_second()
    {
        RecordEvery(seconds: 0.05, count: 10);
        Record(isThrottled: true);
        Record(isThrottled: true);
        _time.RunFor(TimeSpan.FromSeconds(0.45));
        Record(isThrottled: false);

        Assert.Equal(10.253, RateOfNext(), 0.02);
    }

    // As two tests below, w_max = 3.6; time runs at a third, not at 3.6 / 15. So 1.4 s are not yet the period to measure by, and the
    // curve, k = cbrt(3.6 × 0.3 / 0.4) = 1.3925, stands at 0.4 × (1.4 / 3 − 1.3925)³ + 3.6 = 3.2826.
    [Fact]
    public void Limiter_never_takes_over_three_times_as_long_as_under_fifteen_a_second()
    {
        RecordEvery(seconds: 0.05, count: 10);
        Record(isThrottled: true);
        _time.RunFor(TimeSpan.FromSeconds(10));
        Record(isThrottled: true);
        _time.RunFor(TimeSpan.FromSeconds(1.4));
        Record(isThrottled: false);

        Assert.Equal(3.2826, RateOfNext(), 0.02);
    }

    // 10 s later the curve stands at 0.4 × (10 − 2.3633)³ + 17.6 = 195.7, but with one response in that time m = 0.8 × 1 / 10 + 0.2 × 17.6
    // = 3.6, and the rate is at most 2m.
    [Fact]
    public void Rate_is_never_more_than_twice_the_measured_one()
    {
        RecordEvery(seconds: 0.05, count: 10);
        Record(isThrottled: true);
        _time.RunFor(TimeSpan.FromSeconds(10));
        Record(isThrottled: false);

        Assert.Equal(7.2, RateOfNext(), 0.02);
    }

    // As above, throttled: w_max = min(3.6, 12.32), rate and capacity 0.7 × 3.6 = 2.52. Of the tokens of ten idle seconds two are left
    // whole.
    [Fact]
    public void Throttled_response_cuts_the_tokens_that_were_saved_up()
    {
        RecordEvery(seconds: 0.05, count: 10);
        Record(isThrottled: true);
        _time.RunFor(TimeSpan.FromSeconds(10));
        Record(isThrottled: true);

        var next = SecondsOfNext(3);

        Assert.Equal([0, 0], next.Take(2));
        Assert.Equal((3 - 2.52) / 2.52, next[2], 0.002);
    }

    [Fact]
    public async Task Caller_that_gives_up_its_place_in_the_line_does_not_hold_up_those_behind()
    {
        using var cancellation = new CancellationTokenSource();
        var clock = new VirtualTime { LongestWait = TimeSpan.Zero };
        var limiter = new AdaptiveRateLimiter(clock);
        limiter.Record(sent: 0, isThrottled: true);
        var first = limiter.WaitAsync(cancellation.Token).AsTask();
        var second = limiter.WaitAsync(cancellation.Token).AsTask();
        var third = limiter.WaitAsync(default).AsTask();

        await cancellation.CancelAsync();

        await TestClient.FailureAsync<OperationCanceledException>(first);
        await TestClient.FailureAsync<OperationCanceledException>(second);
        Assert.False(third.IsCompleted);

        // Only now that the third has come to the head of the line does it have a timer.
        await clock.UntilRunningAsync(timers: 1);
        clock.Advance(TimeSpan.FromMinutes(1));
        await third.WithinSafetyLimit();
    }

    private void Record(bool isThrottled) => _limiter.Record(sent: (_time.GetUtcNow() - _start).TotalSeconds, isThrottled);

    private void RecordEvery(double seconds, int count)
    {
        for (var index = 0; index < count; index++)
        {
            Record(isThrottled: false);
            _time.RunFor(TimeSpan.FromSeconds(seconds));
        }
    }

    /// <summary>The requests per second that are let through, once the tokens of the time before are used up.</summary>
    private double RateOfNext()
    {
        const int Counted = 200;
        var next = SecondsOfNext(Counted + 20);
        return Counted / (next[^1] - next[^(Counted + 1)]);
    }

    /// <summary>When each of the next requests may be sent, in seconds from now.</summary>
    private List<double> SecondsOfNext(int count)
    {
        var start = _time.GetUtcNow();
        var seconds = new List<double>();
        _time.CreateTimer(_ => _ = WaitForAllAsync(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _time.RunFor(TimeSpan.FromMinutes(2));
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
