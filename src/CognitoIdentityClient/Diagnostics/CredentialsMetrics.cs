using System.Diagnostics.Metrics;

namespace CognitoIdentity;

/// <summary>The metrics of credentials.</summary>
internal static class CredentialsMetrics
{
    private static readonly Counter<long> Refreshes = Telemetry.Meter.CreateCounter<long>(
        "cognito_identity.credentials.refreshes",
        "{refresh}",
        "Refreshes of credentials by how they ended.");

    private static readonly Counter<long> Evictions = Telemetry.Meter.CreateCounter<long>(
        "cognito_identity.credentials.evictions",
        "{user}",
        "Users that a factory evicted to make room.");

    private static readonly Counter<long> CacheHits = Telemetry.Meter.CreateCounter<long>(
        "cognito_identity.credentials.cache_hits",
        "{use}",
        "Uses of credentials that were served from memory at once.");

    private static readonly Counter<long> JoinedRefreshes = Telemetry.Meter.CreateCounter<long>(
        "cognito_identity.credentials.joined_refreshes",
        "{use}",
        "Uses of credentials that waited for a refresh that another caller had started.");

    public static void Evicted() => Evictions.Add(1);

    public static void ServedFromCache() => CacheHits.Add(1);

    public static void JoinedRefresh() => JoinedRefreshes.Add(1);

    /// <summary>Counts a refresh that did not fail.</summary>
    /// <param name="outcome">One of <see cref="RefreshOutcome"/>.</param>
    public static void Refreshed(string outcome) => Refreshes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>
    /// Counts a failed refresh. The tag <c>error.type</c> is the service's code, or the exception's type if there is no code.
    /// </summary>
    public static void Failed(Exception exception) =>
        Refreshes.Add(
            1,
            new KeyValuePair<string, object?>("outcome", RefreshOutcome.Failure),
            new KeyValuePair<string, object?>("error.type", Telemetry.ErrorType(exception)));
}
