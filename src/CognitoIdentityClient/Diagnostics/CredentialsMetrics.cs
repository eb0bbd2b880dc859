using System.Diagnostics.Metrics;

namespace CognitoIdentity;

/// <summary>The metrics of credentials, in the meter <c>CognitoIdentity.Credentials</c>.</summary>
internal static class CredentialsMetrics
{
    // System.Diagnostics.Metrics intends one meter for a process; it has no state of a user.
    private static readonly Meter Meter = new("CognitoIdentity.Credentials");

    private static readonly Counter<long> Refreshes = Meter.CreateCounter<long>(
        "cognito_identity.credentials.refreshes",
        "{refresh}",
        "Refreshes of credentials by how they ended.");

    private static readonly Counter<long> Evictions = Meter.CreateCounter<long>(
        "cognito_identity.credentials.evictions",
        "{user}",
        "Users that a factory evicted to make room.");

    public static void Evicted() => Evictions.Add(1);

    public static void Refreshed(bool recovered) =>
        Refreshes.Add(1, new KeyValuePair<string, object?>("outcome", recovered ? "recovery" : "success"));

    /// <summary>The tag <c>error.type</c> is the service's code, or the exception's type where there is none.</summary>
    public static void Failed(Exception exception) =>
        Refreshes.Add(
            1,
            new KeyValuePair<string, object?>("outcome", "failure"),
            new KeyValuePair<string, object?>(
                "error.type",
                (exception as CognitoIdentityException)?.ErrorCode ?? exception.GetType().FullName));
}
