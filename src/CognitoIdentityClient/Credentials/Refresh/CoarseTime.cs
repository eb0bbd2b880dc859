namespace CognitoIdentity;

/// <summary>
/// The system's clock with a coarse timestamp. Every use of cached credentials reads it, and it is several times cheaper to read. Its step,
/// at most 16 milliseconds, does not matter: credentials age by seconds.
/// </summary>
internal sealed class CoarseTime : TimeProvider
{
    private static readonly CoarseTime OfTheSystem = new();

    private CoarseTime()
    {
    }

    public override long TimestampFrequency => 1_000;

    /// <summary>Returns the clock to age credentials by; any other clock than the system's is used as it is.</summary>
    public static TimeProvider For(TimeProvider time) => time == System ? OfTheSystem : time;

    // Like the timestamp of Stopwatch, it never goes back, and on Linux it stands still while the machine sleeps.
    public override long GetTimestamp() => Environment.TickCount64;
}
