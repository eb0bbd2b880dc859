using Amazon.Runtime;

namespace CognitoIdentity;

/// <summary>A cached session, its age, and the ages from which it is refreshed, waited for and no longer served.</summary>
internal sealed class CachedSession
{
    // The limits of the options suit credentials of an hour. Of shorter-lived ones, most of the lifetime is to be used.
    private const double LargestPreemptShare = 0.5;
    private const double LargestBufferShare = 0.1;

    // Date and iat, from which lifetimes are computed, are cut to whole seconds.
    private static readonly TimeSpan Precision = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly Limit _refresh;
    private readonly Limit _wait;
    private readonly Limit _end;
    private volatile bool _hasExpired;

    /// <param name="session">The session.</param>
    /// <param name="began">The start of the call that returned it.</param>
    /// <param name="lifetime">How long it is valid from that moment on.</param>
    /// <param name="settings">The limits.</param>
    public CachedSession(CognitoIdentitySession session, Moment began, TimeSpan lifetime, CredentialsSettings settings)
    {
        Fresh = session;
        Began = began;
        Lifetime = lifetime;
        Cached = session.FromCache();
        SessionTask = Task.FromResult(Cached);
        KeysTask = Task.FromResult(Cached.Keys);
        _time = settings.AgeClock;

        // Users who signed in together are refreshed at different times: between once and twice the preempt time before the end.
        var most = lifetime * LargestPreemptShare;
        RefreshAfter = lifetime - Shorter(settings.PreemptExpiryTime * (1 + settings.Jitter()), most);
        WaitAfter = lifetime - Shorter(settings.ExpirationBuffer, lifetime * LargestBufferShare);
        var frequency = _time.TimestampFrequency;
        _refresh = new(began, RefreshAfter, frequency);
        _wait = new(began, WaitAfter, frequency);
        _end = new(began, lifetime > Precision ? lifetime - Precision : lifetime, frequency);
    }

    /// <summary>The session for those who waited for it.</summary>
    public CognitoIdentitySession Fresh { get; }

    /// <summary>The session for all others.</summary>
    public CognitoIdentitySession Cached { get; }

    // Handed out again and again, so that serving from the cache allocates nothing.
    public Task<CognitoIdentitySession> SessionTask { get; }

    public Task<ImmutableCredentials> KeysTask { get; }

    public Moment Began { get; }

    public TimeSpan Lifetime { get; }

    /// <summary>The age from which a use starts a refresh, and does not wait for it.</summary>
    public TimeSpan RefreshAfter { get; }

    /// <summary>The age from which a use waits for the refresh.</summary>
    public TimeSpan WaitAfter { get; }

    /// <summary>Whether the session is served, and nothing else is to be done.</summary>
    public bool IsFresh => !_refresh.IsPast(_time) && !_hasExpired;

    public bool IsToBeWaitedFor => _wait.IsPast(_time) || _hasExpired;

    /// <summary>Whether the session may be served. Once it was found expired it stays so, also if a clock is set back then.</summary>
    public bool IsValid
    {
        get
        {
            if (_end.IsPast(_time))
            {
                _hasExpired = true;
            }

            return !_hasExpired;
        }
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <summary>An age by both clocks, computed once: serving from the cache compares two numbers.</summary>
    private readonly struct Limit(Moment began, TimeSpan age, long frequency)
    {
        private readonly long _timestamp = began.Timestamp + (long)(age.TotalSeconds * frequency);
        private readonly long _wallTicks = began.Wall.UtcTicks + age.Ticks;

        public bool IsPast(TimeProvider time) => time.GetTimestamp() >= _timestamp || time.GetUtcNow().UtcTicks >= _wallTicks;
    }
}
