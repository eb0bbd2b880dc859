namespace CognitoIdentity;

/// <summary>
/// The system's clock with a timestamp that is several times cheaper to read, and as coarse as the timer of the operating system, which is
/// at most 16 milliseconds: every use of cached credentials reads it, and they age by seconds.
/// </summary>
internal sealed class CoarseTime : TimeProvider
{
    private static readonly CoarseTime OfTheSystem = new();

    private CoarseTime()
    {
    }

    // Milliseconds.
    public override long TimestampFrequency => 1_000;

    /// <summary>Returns the clock to age credentials by; any other clock than the system's is used as it is.</summary>
    public static TimeProvider For(TimeProvider time) => time == System ? OfTheSystem : time;

    // Like the timestamp of Stopwatch, it never goes back, and on Linux it stands still while the machine sleeps.
    public override long GetTimestamp() => Environment.TickCount64;
}
