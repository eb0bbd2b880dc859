namespace CognitoIdentity;

/// <summary>
/// The exception thrown when a request is invalid. It was not sent. <see cref="CognitoIdentityClientOptions.RequestValidation"/> sets which
/// checks apply.
/// </summary>
/// <remarks>
/// The message lists the mistakes with the members' paths, lengths and limits. It never shows a value that may be secret.
/// </remarks>
public sealed class RequestValidationException : ArgumentException
{
    private const int MaxViolationsInMessage = 20;
    private const string Parameter = "request";

    /// <summary>Creates an exception with a general message.</summary>
    public RequestValidationException()
        : this(message: null)
    {
    }

    /// <summary>Creates an exception with a message and no violations, for use in tests.</summary>
    /// <param name="message">The message; null for a general one.</param>
    public RequestValidationException(string? message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Creates an exception with a message, a cause and no violations, for use in tests.</summary>
    /// <param name="message">The message; null for a general one.</param>
    /// <param name="innerException">The exception that caused this one, or null.</param>
    public RequestValidationException(string? message, Exception? innerException)
        : base(message ?? "The request is invalid.", Parameter, innerException) =>
        Violations = [];

    /// <summary>Creates an exception with a message that lists the mistakes.</summary>
    /// <param name="violations">The mistakes.</param>
    /// <param name="operationName">The name of the called operation, such as <c>GetId</c>, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="violations"/> is null.</exception>
    public RequestValidationException(IReadOnlyList<RequestViolation> violations, string? operationName = null)
        : base(CreateMessage(violations, operationName), Parameter) =>
        Violations = violations;

    /// <summary>Gets the mistakes in the order of the request's members. The message lists the first 20.</summary>
    public IReadOnlyList<RequestViolation> Violations { get; }

    private static string CreateMessage(IReadOnlyList<RequestViolation> violations, string? operationName)
    {
        ArgumentNullException.ThrowIfNull(violations);
        var count = Wording.Count(violations.Count, "mistake");
        var listed = string.Join("; ", violations.Take(MaxViolationsInMessage).Select(violation => violation.Message));
        var unlisted = violations.Count - MaxViolationsInMessage;
        var rest = unlisted > 0 ? $"; and {unlisted} more (see {nameof(Violations)})" : "";
        return $"{operationName ?? "The request"} was not sent, {count} in the request: {listed}{rest}.";
    }
}
