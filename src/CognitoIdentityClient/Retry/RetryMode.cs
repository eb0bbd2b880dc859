namespace CognitoIdentity;

/// <summary>
/// The retry modes of a client: <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">Retry
/// behavior</see>.
/// </summary>
public enum RetryMode
{
    /// <summary>Retries with back-off, jitter, and a quota that stops retries while the service is down. The default.</summary>
    Standard,

    /// <summary>
    /// Standard, and a rate limiter: after the first throttled response, requests wait for their turn, so that the service receives no more
    /// of them than it allows. For one client that makes many calls: the limiter knows nothing of other clients.
    /// </summary>
    Adaptive,
}
