namespace CognitoIdentity.Testing;

/// <summary>Selects exchanges by the query of a request.</summary>
internal sealed class ExchangeFilter
{
    public static readonly string[] Parameters = ["operation", "outcome", "id"];

    /// <summary>The operations that requests can be for, in the order of their names.</summary>
    public static readonly string[] Operations =
        [.. OperationTable.ByName.Keys.Append(AssumeRoleWithWebIdentity.Name).Order(StringComparer.Ordinal)];

    private static readonly string[] Outcomes = ["success", "error", "lost", "pending"];

    private readonly string? _operation;
    private readonly string? _outcome;
    private readonly string? _id;

    /// <exception cref="ControlError">A parameter is invalid.</exception>
    public ExchangeFilter(ControlCall call)
    {
        _operation = call.Query("operation");
        _outcome = call.Query("outcome");
        _id = call.Query("id");
        if (_operation is not null && !Operations.Contains(_operation))
        {
            throw ControlError.Invalid($"The service has no operation '{_operation}'.");
        }

        if (_outcome is not null && !Outcomes.Contains(_outcome))
        {
            throw ControlError.Invalid($"'outcome' must be one of {string.Join(", ", Outcomes)}.");
        }
    }

    public bool Matches(Exchange exchange) =>
        (_operation is null || exchange.Request.Operation == _operation)
        && (_outcome is null || ExchangeView.GetOutcome(exchange) == _outcome)
        && (_id is null || Concerns(exchange, _id));

    /// <summary>Returns whether an exchange mentions an id of a pool or an identity, or changed that identity.</summary>
    public static bool Concerns(Exchange exchange, string id) =>
        exchange.Request.Body.Contains(id, StringComparison.Ordinal)
        || exchange.Changes.Any(change => change.IdentityId == id)
        || (exchange.Response is { } response && response.Body.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(id)) >= 0);
}
