namespace CognitoIdentity;

/// <summary>A session that is held, and until when it is served without more ado.</summary>
internal sealed class CachedSession
{
    // Of short-lived credentials too, most of the lifetime is to be used: the limits of the options are made for an hour.
    private const double LargestPreemptShare = 0.5;
    private const double LargestBufferShare = 0.1;

    /// <param name="session">The session.</param>
    /// <param name="now">The time at which it came.</param>
    /// <param name="settings">The limits.</param>
    public CachedSession(CognitoIdentitySession session, DateTimeOffset now, CredentialsSettings settings)
    {
        Fresh = session;
        Cached = session.FromCache();
        var lifetime = session.Expiration > now ? session.Expiration - now : TimeSpan.Zero;
        RefreshAfter = session.Expiration - Shorter(settings.PreemptExpiryTime, lifetime * LargestPreemptShare);
        WaitAfter = session.Expiration - Shorter(settings.ExpirationBuffer, lifetime * LargestBufferShare);
    }

    /// <summary>The session for those who waited for it.</summary>
    public CognitoIdentitySession Fresh { get; }

    /// <summary>The session for all others.</summary>
    public CognitoIdentitySession Cached { get; }

    /// <summary>From then on a use starts a refresh, and does not wait for it.</summary>
    public DateTimeOffset RefreshAfter { get; }

    /// <summary>From then on a use waits for the refresh.</summary>
    public DateTimeOffset WaitAfter { get; }

    public DateTimeOffset Expiration => Fresh.Expiration;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
