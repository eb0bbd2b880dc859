using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>
/// The client-side rate limiter of the AWS SDKs' adaptive mode: a token bucket whose rate follows the service's limit, down at once when an
/// answer is throttled, and up again along a cubic curve (that of TCP CUBIC) when not. Off until the first throttled answer.
/// </summary>
/// <remarks>The numbers are the AWS SDKs': https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html.</remarks>
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

    private readonly object _gate = new();
    private readonly long _start = timeProvider.GetTimestamp();

    // Callers wait in a line, and only the first of them has a timer: thousands cost memory alone.
    private readonly SemaphoreSlim _line = new(1);

    private bool _isEnabled;
    private double _measuredRate;
    private double _measuredSince;
    private int _requests;
    private double _highestRate;
    private double _curveOffset;
    private double _lastThrottled;
    private double _fillRate;
    private double _capacity;
    private double _tokens;
    private double _lastFilled;

    private double Now => timeProvider.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Waits until a request may be sent.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (!Volatile.Read(ref _isEnabled))
        {
            return;
        }

        await _line.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (TimeToNextToken() is { } wait)
            {
                await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _line.Release();
        }
    }

    /// <summary>Learns from an answer.</summary>
    /// <param name="isThrottled">Whether the service asked for fewer requests.</param>
    public void Record(bool isThrottled)
    {
        lock (_gate)
        {
            var now = Now;
            MeasureRate(now);
            double rate;
            if (isThrottled)
            {
                _highestRate = _isEnabled ? Math.Min(_measuredRate, _fillRate) : _measuredRate;
                _curveOffset = Math.Cbrt(_highestRate * (1 - Beta) / ScaleConstant);
                _lastThrottled = now;
                rate = Beta * _highestRate;
                Volatile.Write(ref _isEnabled, true);
            }
            else
            {
                rate = (ScaleConstant * Math.Pow(now - _lastThrottled - _curveOffset, 3)) + _highestRate;
            }

            Fill(now);
            var bounded = Math.Min(rate, 2 * _measuredRate);
            _fillRate = Math.Max(bounded, LowestRate);
            _capacity = Math.Max(bounded, SmallestCapacity);
            _tokens = Math.Min(_tokens, _capacity);
        }
    }

    /// <summary>Takes a token, or says how long it is until there is one.</summary>
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

            // A timer may fire a little early by the clock; the loop then comes back for the rest, at least a millisecond later.
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
        var period = Math.Floor(now / MeasuredPeriod) * MeasuredPeriod;
        if (period > _measuredSince)
        {
            _measuredRate = (Smoothing * _requests / (period - _measuredSince)) + ((1 - Smoothing) * _measuredRate);
            _requests = 0;
            _measuredSince = period;
        }
    }
}
