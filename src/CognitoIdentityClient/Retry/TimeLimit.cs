using System.Diagnostics.CodeAnalysis;

namespace CognitoIdentity;

/// <summary>A limit of the time of an attempt or of a call, within whatever else cancels it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The struct is disposable, which the rule does not see.")]
internal readonly struct TimeLimit : IDisposable
{
    private readonly CancellationToken _outer;
    private readonly CancellationTokenSource? _source;
    private readonly CancellationTokenRegistration _registration;

    /// <param name="limit">The time, or <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="outer">The token that the limit is within.</param>
    public TimeLimit(TimeSpan limit, TimeProvider timeProvider, CancellationToken outer)
    {
        _outer = outer;
        if (limit != Timeout.InfiniteTimeSpan)
        {
            _source = new(limit, timeProvider);
            _registration = outer.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        }
    }

    /// <summary>The token that is canceled when the time is up, or with the outer token.</summary>
    public CancellationToken Token => _source?.Token ?? _outer;

    /// <summary>Whether the time is up, and nothing else canceled the token.</summary>
    public bool HasPassed => Token.IsCancellationRequested && !_outer.IsCancellationRequested;

    public void Dispose()
    {
        _registration.Dispose();
        _source?.Dispose();
    }
}
