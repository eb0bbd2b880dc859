namespace CognitoIdentity;

/// <summary>
/// A request has mistakes, and was not sent. The message names all of them. What is checked is set with
/// <see cref="CognitoIdentityClientOptions.RequestValidation"/>; see "Mistakes in requests" in <c>docs/guides/request-checks.md</c>.
/// </summary>
public sealed class RequestValidationException : ArgumentException
{
    private const int MostNamedInMessage = 20;

    /// <summary>The mistakes in a request.</summary>
    /// <param name="violations">All of them.</param>
    /// <param name="operationName">The operation that was called, as in <c>GetId</c>; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="violations"/> is null.</exception>
    public RequestValidationException(IReadOnlyList<RequestViolation> violations, string? operationName = null)
        : base(MessageOf(violations, operationName), "request") =>
        Violations = violations;

    /// <summary>Every mistake, in the order of the members. The message names the first 20.</summary>
    public IReadOnlyList<RequestViolation> Violations { get; }

    private static string MessageOf(IReadOnlyList<RequestViolation> violations, string? operationName)
    {
        ArgumentNullException.ThrowIfNull(violations);
        var count = violations.Count == 1 ? "1 mistake" : $"{violations.Count} mistakes";
        var named = string.Join("; ", violations.Take(MostNamedInMessage).Select(violation => violation.Message));
        var unnamed = violations.Count - MostNamedInMessage;
        var rest = unnamed > 0 ? $"; and {unnamed} more (see {nameof(Violations)})" : "";
        return $"{operationName ?? "The request"} was not sent, {count} in the request: {named}{rest}.";
    }
}
