namespace CognitoIdentity;

/// <summary>
/// Determines whether the current code runs inside a callback of one <see cref="CognitoIdentityCredentials"/>. Such code must not wait for
/// the work that is waiting for it.
/// </summary>
internal sealed class CallbackScope
{
    private readonly AsyncLocal<Work?> _work = new();

    /// <summary>Whether work that calls callbacks is running, and the current code was called by it.</summary>
    public bool IsInside => _work.Value is { IsRunning: true };

    /// <summary>Returns whether the current code was called by running work of one owner.</summary>
    public bool IsInsideWorkOf(object owner) => _work.Value is { IsRunning: true } work && work.Owner == owner;

    /// <summary>Marks the code that follows, and all that it calls, as inside until the result is disposed.</summary>
    /// <param name="owner">The user session that does the work.</param>
    public IDisposable Enter(object owner) => _work.Value = new(_work, owner);

    /// <exception cref="InvalidOperationException">The current code runs inside a callback.</exception>
    public void ThrowIfInside(string method)
    {
        if (IsInside)
        {
            throw new InvalidOperationException(
                $"A callback of these credentials called {method}, which would wait for the callback. Call it after the refresh or the "
                + "sign-in ends.");
        }
    }

    // The value flows into whatever a callback starts, so the end of the work has to be visible there too.
    private sealed class Work(AsyncLocal<Work?> place, object owner) : IDisposable
    {
        private readonly Work? _outer = place.Value;
        private volatile bool _isRunning = true;

        public object Owner { get; } = owner;

        public bool IsRunning => _isRunning;

        public void Dispose()
        {
            _isRunning = false;
            place.Value = _outer;
        }
    }
}
