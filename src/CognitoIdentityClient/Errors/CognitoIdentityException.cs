using System.Net;

namespace CognitoIdentity;

/// <summary>
/// An error of a call: one that the service answered with, or one on the way to it. Every modelled and common error of the API reference
/// has a class of its own; a code that this version does not know comes as this class, with the code kept.
/// </summary>
/// <remarks>
/// <see cref="Exception.Message"/> is the service's own text. The properties can be set in an object initializer, so that a test can throw
/// the error from a fake.
/// </remarks>
public class CognitoIdentityException : Exception
{
    private CallDetails _details;

    /// <summary>An error with a message of its own.</summary>
    /// <param name="message">What went wrong; null for a general text.</param>
    /// <param name="innerException">What caused it, if anything did.</param>
    public CognitoIdentityException(string? message = null, Exception? innerException = null)
        : base(message ?? "A call to Amazon Cognito identity pools failed.", innerException)
    {
    }

    private protected CognitoIdentityException(string errorCode, string? message, Exception? innerException)
        : base(message ?? $"The service answered with {errorCode}.", innerException) =>
        ErrorCode = errorCode;

    /// <summary>
    /// The service's code for the error, as in <c>ResourceNotFoundException</c>. The status as a number where the service sent no code;
    /// null where no answer came.
    /// </summary>
    public string? ErrorCode { get => _details.ErrorCode; init => _details.ErrorCode = value; }

    /// <summary>The HTTP status of the answer, or null where none came. Tell errors apart by <see cref="ErrorCode"/> or by type: most are 400.</summary>
    public HttpStatusCode? StatusCode { get => _details.StatusCode; init => _details.StatusCode = value; }

    /// <summary>The service's id of the request (<c>x-amzn-requestid</c>), or null where no answer or no id came.</summary>
    public string? RequestId { get => _details.RequestId; init => _details.RequestId = value; }

    /// <summary>How many times the request was sent again before this error was given: 0 if it was the first attempt's.</summary>
    public int RetryAttempts { get => _details.RetryAttempts; init => _details.RetryAttempts = value; }

    /// <summary>The operation that was called, as in <c>GetId</c>; null on an error that a test made itself without one.</summary>
    public string? OperationName { get => _details.OperationName; init => _details.OperationName = value; }

    /// <summary>
    /// Gets whether the service may have acted on the request: true if its outcome is unknown or it succeeded with an unreadable response,
    /// at this or an earlier attempt; false if nothing was sent, or the service refused every attempt. Before you repeat a call that changes
    /// something after true, read the current state. On an exception that a test creates, the default follows from the type and
    /// <see cref="StatusCode"/>.
    /// </summary>
    public bool MayHaveBeenCarriedOut
    {
        get => _details.MayHaveBeenCarriedOut ?? LeavesOutcomeOpen;
        init => _details.MayHaveBeenCarriedOut = value;
    }

    /// <summary>Whether the service asks for fewer requests. Such an error is retried, after a longer wait than other errors.</summary>
    public bool IsThrottling =>
        ErrorClassification.IsThrottlingCode(ErrorCode) || (StatusCode == HttpStatusCode.TooManyRequests && HasUnknownCode);

    /// <summary>Whether the same request may well succeed if sent again: server errors, lost connections, time-outs of one attempt.</summary>
    public virtual bool IsTransient =>
        !IsThrottling && (ErrorClassification.IsTransientStatus(StatusCode) || ErrorClassification.IsTransientCode(ErrorCode));

    /// <summary>The exception as usual, and at the end what AWS support asks for: code, operation, status and request id.</summary>
    public override string ToString() =>
        $"{base.ToString()}{Environment.NewLine}ErrorCode: {ErrorCode}, operation: {OperationName}, status: {(int?)StatusCode}, "
        + $"request id: {RequestId}, retries: {RetryAttempts}";

    // Whether this failure alone, of one attempt, leaves open what the service did. The only place that decides it; the pipeline adds what the
    // exception cannot know: that nothing had been sent yet, or that an earlier attempt left the outcome open.
    private protected virtual bool LeavesOutcomeOpen => !IsThrottling && ErrorClassification.IsOutcomeUnknown(StatusCode);

    // A code that the library knows is an instance of a derived class.
    private bool HasUnknownCode => GetType() == typeof(CognitoIdentityException);

    internal CognitoIdentityException OfCall(string operationName, int retryAttempts) =>
        With(_details with { OperationName = operationName, RetryAttempts = retryAttempts });

    internal void SetMayHaveBeenCarriedOut(bool value) => _details.MayHaveBeenCarriedOut = value;

    internal CognitoIdentityException With(CallDetails callDetails)
    {
        _details = callDetails;
        return this;
    }

    /// <summary>What a call knows of its failure beside the message.</summary>
    internal record struct CallDetails
    {
        public string? ErrorCode;
        public HttpStatusCode? StatusCode;
        public string? RequestId;
        public int RetryAttempts;
        public string? OperationName;

        // Null as long as the failure alone decides.
        public bool? MayHaveBeenCarriedOut;
    }
}
