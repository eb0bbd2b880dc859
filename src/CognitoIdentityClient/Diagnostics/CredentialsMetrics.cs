using System.Diagnostics.Metrics;

namespace CognitoIdentity;

/// <summary>What providers measure, under the meter <c>CognitoIdentity.Credentials</c>.</summary>
internal static class CredentialsMetrics
{
    // A meter is made once for a process and shared, as System.Diagnostics.Metrics means it; it has no state of a user.
    private static readonly Meter Meter = new("CognitoIdentity.Credentials");

    private static readonly Counter<long> Refreshes = Meter.CreateCounter<long>(
        "cognito_identity.credentials.refreshes",
        "{refresh}",
        "Refreshes of credentials by how they ended.");

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
