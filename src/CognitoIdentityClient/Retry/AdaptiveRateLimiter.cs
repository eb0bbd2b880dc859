using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The client-side rate limiter of the AWS SDKs' adaptive mode: a token bucket whose rate follows the service's limit, down at once when a
/// response is throttled, and up again along a cubic curve (that of TCP CUBIC) when not. Off until the first throttled response.
/// </summary>
/// <remarks>
/// The constants are those of the AWS SDKs: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html. In two points this
/// is gentler, as TCP is, because with the constants alone a client uses half of a limit if responses are slow, and a tenth of its requests
/// are refused under a low limit: requests that were on their way together slow it down once, not once each, and under a low limit its time
/// runs slower.
/// </remarks>
[SuppressMessage(
    "Reliability",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A semaphore has something to dispose only once its wait handle is asked for, which this never does.")]
internal sealed class AdaptiveRateLimiter(TimeProvider timeProvider)
{
    private const double Beta = 0.7;
    private const double ScaleConstant = 0.4;
    private const double Smoothing = 0.8;
    private const double MeasuredPeriod = 0.5;
    private const double LowestRate = 0.5;
    private const double SmallestCapacity = 1;

    // Below this rate half a second has too few requests for a measurement, and the curve passes the limit after too few of them. The
    // limiter's time then runs slower, so that as many requests fall into it, but never so slow that it cannot climb from a rate near zero.
    private const double FullPaceRate = 15;
    private const double SlowestPace = 3;

    private readonly object _gate = new();
    private readonly long _start = timeProvider.GetTimestamp();

    // Callers wait in a line, and only the first of them has a timer, so that thousands of them cost only memory.
    private readonly SemaphoreSlim _line = new(1);

    private bool _isEnabled;
    private double _measuredRate;
    private double _measuredSince;
    private int _requests;
    private double _highestRate;
    private double _curveOffset;
    private double _slowedDown;
    private double _pace = 1;
    private double _fillRate;
    private double _capacity;
    private double _tokens;
    private double _lastFilled;

    private double Now => timeProvider.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Waits until a request may be sent.</summary>
    /// <returns>The time at which the request is sent, for <see cref="Record"/>.</returns>
    public async ValueTask<double> WaitAsync(CancellationToken cancellationToken)
    {
        if (!Volatile.Read(ref _isEnabled))
        {
            return Now;
        }

        await _line.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (TimeToNextToken() is { } wait)
            {
                await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
            }

            return Now;
        }
        finally
        {
            _line.Release();
        }
    }

    /// <summary>Learns from a response.</summary>
    /// <param name="sent">When the request was sent.</param>
    /// <param name="isThrottled">Whether the service asked for fewer requests.</param>
    public void Record(double sent, bool isThrottled)
    {
        lock (_gate)
        {
            var now = Now;
            MeasureRate(now);
            Fill(now);
            var rate = isThrottled && (!_isEnabled || sent >= _slowedDown) ? SlowDown(now) : RateOnCurve(now);
            var bounded = Math.Min(rate, 2 * _measuredRate);
            _fillRate = Math.Max(bounded, LowestRate);
            _capacity = Math.Max(bounded, SmallestCapacity);
            _tokens = Math.Min(_tokens, _capacity);
        }
    }

    private double SlowDown(double now)
    {
        // The rate that was measured before the limiter was on is what the callers want, not what the service allows.
        _highestRate = _isEnabled ? Math.Min(_measuredRate, _fillRate) : _measuredRate;
        _pace = _isEnabled ? Math.Clamp(FullPaceRate / _highestRate, 1, SlowestPace) : 1;
        _curveOffset = Math.Cbrt(_highestRate * (1 - Beta) / ScaleConstant);
        _slowedDown = now;
        Volatile.Write(ref _isEnabled, true);
        return Beta * _highestRate;
    }

    private double RateOnCurve(double now) =>
        (ScaleConstant * Math.Pow(((now - _slowedDown) / _pace) - _curveOffset, 3)) + _highestRate;

    /// <summary>Takes a token, or returns the time until there is one.</summary>
    private TimeSpan? TimeToNextToken()
    {
        lock (_gate)
        {
            Fill(Now);
            if (_tokens >= 1)
            {
                _tokens--;
                return null;
            }

            // A timer may fire a little early by the clock; the loop then waits for the rest, at least a millisecond.
            return TimeSpan.FromSeconds(Math.Max((1 - _tokens) / _fillRate, 0.001));
        }
    }

    private void Fill(double now)
    {
        _tokens = Math.Min(_tokens + ((now - _lastFilled) * _fillRate), _capacity);
        _lastFilled = now;
    }

    private void MeasureRate(double now)
    {
        _requests++;
        var elapsed = now - _measuredSince;
        if (elapsed >= MeasuredPeriod * _pace)
        {
            _measuredRate = (Smoothing * _requests / elapsed) + ((1 - Smoothing) * _measuredRate);
            _requests = 0;
            _measuredSince = now;
        }
    }
}
