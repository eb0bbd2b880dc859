using System.Globalization;
using System.Net.Http.Headers;

namespace CognitoIdentity;

/// <summary>
/// The service's time as far as the client knows it: the local clock plus a skew that the <c>Date</c> of the service's responses teaches.
/// The service refuses signatures that are more than five minutes off.
/// </summary>
/// <param name="local">The local clock.</param>
/// <param name="corrects">Whether to correct it.</param>
/// <param name="telemetry">Reports corrections; null for nowhere.</param>
internal sealed class ServiceClock(TimeProvider local, bool corrects, CallTelemetry? telemetry = null)
{
    private static readonly TimeSpan FarOff = TimeSpan.FromMinutes(4);

    // The Date of a response that took longer says too little about the time at which it was written. A negative duration says nothing: the
    // local clock was set back meanwhile.
    private static readonly TimeSpan LongestRoundTrip = TimeSpan.FromMinutes(15);

    // Once the service has accepted a signature, a Date that is further away is a gateway's mistake.
    private static readonly TimeSpan LongestMove = TimeSpan.FromMinutes(15);

    private readonly object _gate = new();
    private long _skewTicks;
    private bool _isProven;

    /// <summary>The time by which the service's clock is ahead of the local one.</summary>
    public TimeSpan Skew => new(Volatile.Read(ref _skewTicks));

    public DateTimeOffset LocalNow => local.GetUtcNow();

    public DateTimeOffset Now => At(Skew);

    /// <summary>Returns whether a signature made with one skew is refused by a clock with the other.</summary>
    public static bool IsFarOff(TimeSpan signed, TimeSpan taught) => (taught - signed).Duration() > FarOff;

    // The Date of a refusal may be absurd, and the sum outside of what a date can be. The next refusal corrects it.
    public DateTimeOffset At(TimeSpan skew) => new(
        Math.Clamp(LocalNow.UtcTicks + skew.Ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    /// <summary>Learns from a response.</summary>
    /// <param name="call">The call, with the time and the skew of the attempt that the response is for.</param>
    /// <param name="headers">The headers of the response.</param>
    /// <param name="received">When its headers arrived, by the local clock.</param>
    /// <param name="signature">Whether the service accepted or refused a signature with the response.</param>
    /// <returns>The skew that the response taught; null if it taught none.</returns>
    public TimeSpan? Learn(Call call, HttpResponseHeaders headers, DateTimeOffset received, SignatureOutcome signature)
    {
        // Only the service writes a request id: a gateway's own response has none. The response of a cache has the Date of the one it
        // stored.
        if (!corrects
            || ResponseMetadata.ReadRequestId(headers) is null
            || headers.NonValidated.Contains("Age"))
        {
            return null;
        }

        TimeSpan before;
        TimeSpan skew;
        lock (_gate)
        {
            _isProven |= signature == SignatureOutcome.Accepted;
            before = Skew;

            // A wrong Date may have arrived since the accepted request was signed. What it was signed with is the proof.
            var proven = signature == SignatureOutcome.Accepted ? call.SignedSkew : before;
            if (Measure(headers, call.Sent, received) is not { } measured
                || (_isProven && signature != SignatureOutcome.Refused && (measured - proven).Duration() > LongestMove))
            {
                return null;
            }

            skew = measured;
            Volatile.Write(ref _skewTicks, skew.Ticks);
        }

        if (IsFarOff(before, skew))
        {
            telemetry?.ClockCorrected(before, skew);
        }

        return skew;
    }

    private static TimeSpan? Measure(HttpResponseHeaders headers, DateTimeOffset sent, DateTimeOffset received)
    {
        var roundTrip = received - sent;
        return roundTrip >= TimeSpan.Zero
            && roundTrip <= LongestRoundTrip
            && DateTimeOffset.TryParseExact(
                ResponseMetadata.HeaderValue(headers, "Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date - (sent + (roundTrip / 2))
                : null;
    }
}
