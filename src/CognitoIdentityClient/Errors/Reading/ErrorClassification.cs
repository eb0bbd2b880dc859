using System.Collections.Frozen;
using System.Net;

namespace CognitoIdentity;

/// <summary>
/// The kinds of errors. What counts as throttling and as transient is that of the AWS SDKs:
/// <see href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html">Retry behavior</see>.
/// </summary>
/// <remarks>
/// <c>LimitExceededException</c> is missing from the throttling codes on purpose: other SDKs retry it, but in this service it is a hard
/// quota.
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

    /// <summary>Returns whether a failure is one of the service that asks for fewer requests.</summary>
    public static bool IsThrottling(Exception? failure) => failure is CognitoIdentityException { IsThrottling: true };

    public static bool IsThrottlingCode(string? code) => code is not null && ThrottlingCodes.Contains(code);

    /// <summary>Returns whether services send the code when the date of a signature is off, among other reasons.</summary>
    public static bool IsClockSkewCode(string? code) =>
        code is "InvalidSignatureException"
            or "SignatureDoesNotMatch"
            or "AuthFailure"
            or "RequestTimeTooSkewed"
            or "RequestExpired"
            or "RequestInTheFuture"
            or "AccessDeniedException";

    /// <summary>Returns whether the error is a failure of the server or of the way to it that may pass.</summary>
    public static bool IsTransient(HttpStatusCode? status, string? code) =>
        code is "RequestTimeout" or "RequestTimeoutException"
        || (status is null
            ? IsServerFailureCode(code) || code is "ServiceUnavailable"
            : status is HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout);

    /// <summary>
    /// Returns whether the error leaves open what the service did: a front end that waited in vain for the service sends it. 503 does not,
    /// because the service sends it in place of the work.
    /// </summary>
    public static bool IsOutcomeUnknown(HttpStatusCode? status, string? code) =>
        status is null
            ? IsServerFailureCode(code)
            : status is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    public static bool IsNotFoundCode(string? code) => code is "ResourceNotFoundException";

    public static bool IsConflictCode(string? code) =>
        code is "ConcurrentModificationException" or "ResourceConflictException" or "DeveloperUserAlreadyRegisteredException";

    // An exception that a user's fake creates has a code, by its class, but often no status: these codes are the ones of status 500.
    private static bool IsServerFailureCode(string? code) => code is "InternalErrorException" or "InternalFailure";
}
