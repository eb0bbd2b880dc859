using System.Text;

namespace CognitoIdentity.Testing;

/// <summary>Shows exchanges as documents, with secrets hidden unless asked for.</summary>
internal static class ExchangeView
{
    public static ExchangeDocument Describe(Exchange exchange, bool showSecrets)
    {
        var content = new ExchangeContent(exchange);
        return new(
            exchange.Number,
            exchange.Request.Time,
            exchange.Request.Operation,
            ExchangeSummary.For(content),
            GetOutcome(exchange),
            exchange.Response?.Status,
            content.ErrorCode,
            content.ErrorMessage,
            exchange.AccessKeyId,
            exchange.IsComplete ? exchange.Elapsed.TotalMilliseconds : null,
            [.. exchange.Faults.Select(FaultView.Describe)],
            [.. exchange.Changes.Select(change => Describe(change, showSecrets))]);
    }

    public static string GetOutcome(Exchange exchange) => exchange switch
    {
        { IsComplete: false } => "pending",
        { Response: null } => "lost",
        { Response.Status: < 300 } => "success",
        _ => "error",
    };

    public static ExchangeDetailsDocument DescribeInFull(Exchange exchange, bool showSecrets) => new(
        Describe(exchange, showSecrets),
        Message(exchange.Request.Headers, exchange.Request.Body, showSecrets),
        exchange.Response is { } response
            // An error has nothing but its code and its message, which the summary has too.
            ? Message(response.Headers, Encoding.UTF8.GetString(response.Body), showSecrets || response.Failure is not null)
            : null);

    public static LoginDocument Describe(Login login, bool showSecrets) =>
        new(login.Provider, showSecrets ? login.User : SecretMask.User(login.User));

    private static ChangeDocument Describe(JournalEntry change, bool showSecrets) => new(
        change.IdentityId,
        change.Kind switch
        {
            JournalEntryKind.Created => "created",
            JournalEntryKind.Linked => "linked",
            JournalEntryKind.Unlinked => "unlinked",
            JournalEntryKind.Disabled => "disabled",
            _ => "deleted",
        },
        change.Login is { } login ? Describe(login, showSecrets) : null);

    private static MessageDocument Message(IReadOnlyDictionary<string, string> headers, string body, bool showSecrets) => showSecrets
        ? new(headers, body)
        : new(headers.ToDictionary(header => header.Key, header => SecretMask.Header(header.Key, header.Value)), SecretMask.Body(body));
}
