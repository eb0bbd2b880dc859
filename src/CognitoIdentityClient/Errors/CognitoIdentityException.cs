using System.Net;

namespace CognitoIdentity;

/// <summary>
/// The exception thrown when a call fails: the service responded with an error, or no response arrived. Each error of the API reference has
/// a derived class. An error code that this version does not know arrives as this class, with the code in <see cref="ErrorCode"/>.
/// </summary>
/// <remarks>
/// <para>
/// Catch by property rather than by a list of classes: <see cref="IsThrottling"/> (fewer requests), <see cref="IsTransient"/> (try again
/// later), <see cref="IsNotFound"/> (pool, identity or user is missing), <see cref="IsConflict"/> (somebody else changed or owns it), and
/// <see cref="MayHaveBeenCarriedOut"/> before you repeat a change:
/// <c>catch (CognitoIdentityException exception) when (exception.IsNotFound)</c>.
/// </para>
/// <para>
/// <see cref="Message"/> is the service's message followed by the <see cref="Hint"/>, if there is one. <see cref="ServiceMessage"/> is the
/// message alone.
/// </para>
/// <para>The properties can be set in an object initializer, so that a fake client in a test can throw any error.</para>
/// </remarks>
public class CognitoIdentityException : Exception
{
    private CallDetails _details;
    private ErrorReason? _reason;

    /// <summary>Creates the exception with a general message.</summary>
    public CognitoIdentityException()
        : this(null, null)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message; null for a general text.</param>
    public CognitoIdentityException(string? message)
        : this(message, null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message; null for a general text.</param>
    /// <param name="innerException">The cause, or null.</param>
    public CognitoIdentityException(string? message, Exception? innerException)
        : base(message ?? "A call to Amazon Cognito identity pools failed.", innerException)
    {
    }

    private protected CognitoIdentityException(string errorCode, string? message, Exception? innerException)
        : base(message ?? $"The service responded with {errorCode}.", innerException) =>
        ErrorCode = errorCode;

    /// <summary>
    /// Gets the message: <see cref="ServiceMessage"/>, followed by <c>Hint:</c> and the <see cref="Hint"/> if there is one, so that a log
    /// of the message alone shows what to check. Secrets of the request that the service repeats in its message are masked.
    /// </summary>
    public override string Message => Hint is { } hint ? ErrorText.WithHint(base.Message, hint) : base.Message;

    /// <summary>
    /// Gets the message without the hint: the service's own text if the service sent one, otherwise the client's description of the
    /// failure.
    /// </summary>
    public string ServiceMessage => base.Message;

    /// <summary>
    /// Gets the cause as recognized from <see cref="ServiceMessage"/>. The service uses one error code for many causes; only the message
    /// tells them apart. <see cref="ErrorReason.Unknown"/> if the message is not one that this version recognizes.
    /// </summary>
    public ErrorReason Reason
    {
        get => _reason ??= ErrorReasonTable.Find(base.Message);
        init => _reason = value;
    }

    /// <summary>
    /// Gets advice on what to check, in one or two sentences; null if <see cref="Reason"/> is unknown. <see cref="Message"/> contains it.
    /// </summary>
    public string? Hint => _details.Hint ?? ErrorReasonTable.GetHint(Reason, _details.Region);

    /// <summary>
    /// Gets or sets the page of the AWS documentation that explains <see cref="Reason"/>, an absolute https address; null if the reason is
    /// unknown and no other link was set.
    /// </summary>
    public override string? HelpLink
    {
        get => base.HelpLink ?? Reason.HelpLink;
        set => base.HelpLink = value;
    }

    /// <summary>
    /// Gets the error code of the service, such as <c>ResourceNotFoundException</c>. The HTTP status as text if the response had no code;
    /// null if no response arrived.
    /// </summary>
    public string? ErrorCode { get => _details.ErrorCode; init => _details.ErrorCode = value; }

    /// <summary>
    /// Gets the HTTP status of the response; null if no response arrived. Most errors of the service have status 400: tell them apart by
    /// type, <see cref="ErrorCode"/> or <see cref="Reason"/>.
    /// </summary>
    public HttpStatusCode? StatusCode { get => _details.StatusCode; init => _details.StatusCode = value; }

    /// <summary>Gets the service's id of the request (<c>x-amzn-requestid</c>); null if no response arrived or it had no id.</summary>
    public string? RequestId { get => _details.RequestId; init => _details.RequestId = value; }

    /// <summary>Gets the number of retries before this error was reported: 0 if it is the error of the first attempt.</summary>
    public int RetryAttempts { get => _details.RetryAttempts; init => _details.RetryAttempts = value; }

    /// <summary>Gets the name of the operation, such as <c>GetId</c>; null on an exception that was created without one.</summary>
    public string? OperationName { get => _details.OperationName; init => _details.OperationName = value; }

    /// <summary>
    /// Gets whether the service may have acted on the request: true if its outcome is unknown or it succeeded with an unreadable response,
    /// at this or an earlier attempt; false if nothing was sent, or the service refused every attempt. After true, read the current state
    /// before you repeat a change. On an exception that a test creates, the default follows from the type, <see cref="ErrorCode"/> and
    /// <see cref="StatusCode"/>.
    /// </summary>
    public bool MayHaveBeenCarriedOut
    {
        get => _details.MayHaveBeenCarriedOut ?? LeavesOutcomeOpen;
        init => _details.MayHaveBeenCarriedOut = value;
    }

    /// <summary>
    /// Gets whether the service asks for fewer requests. The client retries such errors, with longer waits than for other errors.
    /// </summary>
    public virtual bool IsThrottling =>
        ErrorClassification.IsThrottlingCode(ErrorCode) || (StatusCode == HttpStatusCode.TooManyRequests && HasUnknownCode);

    /// <summary>
    /// Gets whether the same request may succeed if it is sent again later: server errors, lost connections, timeouts. False for
    /// throttling.
    /// </summary>
    public virtual bool IsTransient => !IsThrottling && ErrorClassification.IsTransient(StatusCode, ErrorCode);

    /// <summary>
    /// Gets whether the identity pool, the identity or the developer user does not exist (<c>ResourceNotFoundException</c>).
    /// </summary>
    public bool IsNotFound => ErrorClassification.IsNotFoundCode(ErrorCode);

    /// <summary>
    /// Gets whether the request conflicts with the current state: <c>ConcurrentModificationException</c>, <c>ResourceConflictException</c>
    /// or <c>DeveloperUserAlreadyRegisteredException</c>. Read the state before you try again.
    /// </summary>
    public bool IsConflict => ErrorClassification.IsConflictCode(ErrorCode);

    /// <summary>
    /// Returns the text of any exception, followed by a line with the properties that AWS Support asks for. Properties without a value are
    /// left out, and no secret is shown.
    /// </summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        new ErrorText(base.ToString())
            .Append(nameof(ErrorCode), ErrorCode)
            .Append(nameof(OperationName), OperationName)
            .Append(nameof(StatusCode), (int?)StatusCode)
            .Append(nameof(RequestId), RequestId)
            .Append(nameof(RetryAttempts), RetryAttempts)
            .Append(nameof(MayHaveBeenCarriedOut), MayHaveBeenCarriedOut ? "true" : "false")
            .Append(nameof(Reason), Reason == ErrorReason.Unknown ? null : Reason.Value)
            .Append(nameof(HelpLink), HelpLink)
            .ToString();

    // Decides from this one failure whether it leaves open what the service did. Nothing else decides that: the call pipeline only adds
    // what an exception cannot know, that nothing had been sent yet or that an earlier attempt left the outcome open.
    private protected virtual bool LeavesOutcomeOpen => !IsThrottling && ErrorClassification.IsOutcomeUnknown(StatusCode, ErrorCode);

    // An error code that the library knows has a derived class.
    private bool HasUnknownCode => GetType() == typeof(CognitoIdentityException);

    internal CognitoIdentityException WithCall(string operationName, int retryAttempts) =>
        With(_details with { OperationName = operationName, RetryAttempts = retryAttempts });

    /// <summary>Takes over everything but the message: the reason, and the facts about the call.</summary>
    internal CognitoIdentityException ExplainedBy(CognitoIdentityException other)
    {
        _reason = other.Reason;
        return With(other._details);
    }

    internal void SetMayHaveBeenCarriedOut(bool value) => _details.MayHaveBeenCarriedOut = value;

    internal void Explain(ErrorReason reason, string hint)
    {
        _reason = reason;
        _details.Hint = hint;
    }

    internal CognitoIdentityException With(CallDetails callDetails)
    {
        _details = callDetails;
        return this;
    }

    /// <summary>The facts about a failed call besides the message.</summary>
    internal record struct CallDetails
    {
        public string? ErrorCode;
        public HttpStatusCode? StatusCode;
        public string? RequestId;
        public int RetryAttempts;
        public string? OperationName;

        // Null as long as the failure alone decides.
        public bool? MayHaveBeenCarriedOut;

        // Null as long as the reason decides.
        public string? Hint;

        // The client's region, for the names in the hint; null if it is unknown.
        public string? Region;
    }
}
