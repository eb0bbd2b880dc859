using System.Globalization;

namespace CognitoIdentity;

/// <summary>
/// Computes how long credentials are valid. The local clock may be wrong, and so may the <c>Date</c> of a response if a gateway wrote it,
/// so a time is believed only if it gives a lifetime that the service issues.
/// </summary>
internal static class SessionLifetime
{
    // The lifetimes that GetCredentialsForIdentity issues.
    private static readonly TimeSpan EnhancedFlowLifetime = TimeSpan.FromHours(1);

    // The longest and the shortest that AssumeRoleWithWebIdentity issues:
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
    private static readonly TimeSpan LongestStsLifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan ShortestStsLifetime = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Returns the lifetime of credentials of GetCredentialsForIdentity, from the moment when the call began.</summary>
    /// <param name="expiration">When the credentials expire, by the service's clock.</param>
    /// <param name="response">The response that brought them.</param>
    /// <param name="known">The time when the call began, as well as it was known then.</param>
    /// <exception cref="CredentialsExpiredException">The credentials arrived expired.</exception>
    public static TimeSpan Compute(DateTimeOffset expiration, ResponseMetadata response, DateTimeOffset known)
    {
        var date = ReadDate(response);
        ThrowIfExpired(expiration, date, known);
        return Plausible(expiration - date, EnhancedFlowLifetime) ?? Plausible(expiration - known, EnhancedFlowLifetime)
            ?? EnhancedFlowLifetime;
    }

    /// <summary>Returns the lifetime of credentials of AssumeRoleWithWebIdentity, from the moment when that call began.</summary>
    /// <param name="expiration">When the credentials expire, by the service's clock.</param>
    /// <param name="service">The service's time when the call began; null if it is unknown.</param>
    /// <param name="local">The local time when the call began.</param>
    /// <returns>The lifetime, and the service's time when the call began; null if no clock tells it.</returns>
    /// <exception cref="CredentialsExpiredException">The credentials arrived expired.</exception>
    public static (TimeSpan Lifetime, DateTimeOffset? Time) ComputeForSts(
        DateTimeOffset expiration,
        DateTimeOffset? service,
        DateTimeOffset local)
    {
        ThrowIfExpired(expiration, service, local);
        if (Plausible(expiration - (service ?? local), LongestStsLifetime) is not { } lifetime)
        {
            return (ShortestStsLifetime, service);
        }

        // By the local clock alone, no more than an hour is believed.
        return (service is null && lifetime > EnhancedFlowLifetime ? EnhancedFlowLifetime : lifetime, service ?? local);
    }

    /// <summary>Returns the time at which the service wrote a response; null if it is unknown whether the service wrote it.</summary>
    public static DateTimeOffset? ReadDate(ResponseMetadata response) =>
        response.RequestId is not null
        && Header(response, "Age") is null // A cache repeats the date of the response that it keeps.
        && DateTimeOffset.TryParseExact(Header(response, "Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    // A response that a test makes may have a dictionary that tells upper case from lower.
    private static string? Header(ResponseMetadata response, string name) =>
        response.HttpHeaders.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static void ThrowIfExpired(DateTimeOffset expiration, DateTimeOffset? service, DateTimeOffset known)
    {
        if (service is { } time && (time - known).Duration() <= Tolerance && expiration <= time && expiration <= known)
        {
            throw new CredentialsExpiredException(
                $"The credentials arrived expired: they expired at {expiration:u}, and the service's time is {time:u}.");
        }
    }

    private static TimeSpan? Plausible(TimeSpan? lifetime, TimeSpan longest) =>
        lifetime is { } time && time > TimeSpan.Zero && time <= longest + Tolerance ? (time < longest ? time : longest) : null;
}
