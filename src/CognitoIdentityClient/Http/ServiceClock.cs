using System.Globalization;
using System.Net.Http.Headers;

namespace CognitoIdentity;

/// <summary>
/// The service's time as well as the client knows it: the local clock, corrected by the <c>Date</c> of the latest answer. The service refuses
/// signatures that are more than five minutes off.
/// </summary>
/// <param name="local">The local clock.</param>
/// <param name="corrects">Whether to correct it.</param>
internal sealed class ServiceClock(TimeProvider local, bool corrects)
{
    private static readonly TimeSpan FarOff = TimeSpan.FromMinutes(4);

    // An answer that took longer says too little about when its date was written; one that took less than no time, nothing: the local clock
    // was set back meanwhile.
    private static readonly TimeSpan LongestRoundTrip = TimeSpan.FromMinutes(15);

    private long _skewTicks;

    /// <summary>How far the service's clock is ahead of the local one.</summary>
    public TimeSpan Skew => new(Volatile.Read(ref _skewTicks));

    /// <summary>Whether the local clock is so far off that signatures made by it are refused.</summary>
    public bool IsFarOff => Skew.Duration() > FarOff;

    public DateTimeOffset LocalNow => local.GetUtcNow();

    // An absurd date in an answer can put the sum outside what a date can be; the next answer puts it right.
    public DateTimeOffset Now =>
        new(Math.Clamp(LocalNow.UtcTicks + Skew.Ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    /// <summary>Learns from an answer that has just come.</summary>
    /// <param name="headers">Its headers.</param>
    /// <param name="sent">When its request was sent, by the local clock.</param>
    public void Learn(HttpResponseHeaders headers, DateTimeOffset sent)
    {
        if (!corrects || headers.NonValidated.Contains("Age"))
        {
            // A cache's answer carries the date of the answer that it keeps.
            return;
        }

        var roundTrip = LocalNow - sent;
        if (roundTrip >= TimeSpan.Zero
            && roundTrip <= LongestRoundTrip
            && DateTimeOffset.TryParseExact(
                ResponseMetadata.HeaderValue(headers, "Date"),
                "r",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date))
        {
            Volatile.Write(ref _skewTicks, (date - (sent + (roundTrip / 2))).Ticks);
        }
    }
}
