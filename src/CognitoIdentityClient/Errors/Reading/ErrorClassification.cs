using System.Collections.Frozen;
using System.Net;

namespace CognitoIdentity;

/// <summary>
/// Which codes and statuses the AWS SDKs retry, and how:
/// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">Retry behavior</see>.
/// </summary>
/// <remarks>
/// <c>LimitExceededException</c> is missing on purpose: other SDKs retry it as throttling, in this service it is a hard quota.
/// </remarks>
internal static class ErrorClassification
{
    private static readonly FrozenSet<string> ThrottlingCodes = FrozenSet.ToFrozenSet(
        [
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestThrottledException",
            "RequestThrottled",
            "TooManyRequestsException",
            "RequestLimitExceeded",
            "BandwidthLimitExceeded",
            "SlowDown",
            "ProvisionedThroughputExceededException",
            "TransactionInProgressException",
            "PriorRequestNotComplete",
            "EC2ThrottledException",
        ],
        StringComparer.Ordinal);

    public static bool IsThrottlingCode(string? code) => code is not null && ThrottlingCodes.Contains(code);

    /// <summary>Codes that a service answers with when a signature's date is off, and for other reasons too.</summary>
    public static bool IsClockSkewCode(string? code) =>
        code is "InvalidSignatureException"
            or "SignatureDoesNotMatch"
            or "AuthFailure"
            or "RequestTimeTooSkewed"
            or "RequestExpired"
            or "RequestInTheFuture"
            or "AccessDeniedException";

    public static bool IsTransientCode(string? code) => code is "RequestTimeout" or "RequestTimeoutException";

    public static bool IsTransientStatus(HttpStatusCode? status) =>
        status is HttpStatusCode.InternalServerError
            or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout;

    /// <summary>
    /// Whether a response with this status leaves open what the service did: a front end that waited in vain for the service answers with
    /// it. 503 does not, since the service sends it in place of the work.
    /// </summary>
    public static bool IsOutcomeUnknown(HttpStatusCode? status) =>
        status is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;
}
