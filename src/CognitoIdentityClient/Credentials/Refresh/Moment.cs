namespace CognitoIdentity;

/// <summary>A moment by both clocks of the machine.</summary>
/// <param name="Timestamp">The monotonic timestamp of <see cref="CredentialsSettings.AgeClock"/>.</param>
/// <param name="Wall">The wall clock.</param>
internal readonly record struct Moment(long Timestamp, DateTimeOffset Wall)
{
    public static Moment Now(TimeProvider time) => new(time.GetTimestamp(), time.GetUtcNow());

    /// <summary>
    /// Returns the time since this moment, by the clock that went further: the timestamp stands still while the machine sleeps, and the
    /// wall clock can be set back.
    /// </summary>
    public TimeSpan Elapsed(TimeProvider time)
    {
        var (monotonic, wall) = (time.GetElapsedTime(Timestamp), time.GetUtcNow() - Wall);
        return monotonic > wall ? monotonic : wall;
    }

    /// <summary>Returns the moment a while earlier.</summary>
    public Moment Before(TimeSpan time, long timestampFrequency) =>
        new(Timestamp - (long)(time.TotalSeconds * timestampFrequency), Wall - time);
}
