namespace CognitoIdentity.Testing;

/// <summary>Identities with their logins and their history, read-only.</summary>
internal sealed class IdentityEndpoints(ControlContext context)
{
    public Task ListAsync(ControlCall call)
    {
        var limit = (int)call.QueryNumber("limit", 100, 1, 1_000);
        var showSecrets = call.QueryFlag("secrets");
        var list = context.Read(state =>
        {
            var pool = ControlContext.RequirePool(state, call.Id);
            var (ids, next) = PoolEndpoints.GetPage(pool.IdentityIds, call, limit);
            return new IdentityListDocument([.. ids.Select(id => Describe(pool.Find(id)!, showSecrets))], next);
        });
        return call.RespondAsync(list, ControlJson.Readable.IdentityListDocument);
    }

    /// <summary>Describes an identity with the requests that concerned it; a deleted one by its requests alone.</summary>
    public Task DescribeAsync(ControlCall call)
    {
        var showSecrets = call.QueryFlag("secrets");
        var identity = context.Read(state => state.FindIdentity(call.Id) is { } found ? Describe(found, showSecrets) : null);
        var history = context.Exchanges.Read().Exchanges
            .Where(exchange => ExchangeFilter.Concerns(exchange, call.Id))
            .Select(exchange => ExchangeView.Describe(exchange, showSecrets))
            .ToList();
        if (identity is null && !history.Exists(exchange => exchange.Changes.Any(change => change.IdentityId == call.Id)))
        {
            throw ControlError.NotFound($"There is no identity '{call.Id}'.");
        }

        return call.RespondAsync(new(identity, history), ControlJson.Readable.IdentityDetailsDocument);
    }

    private static IdentityDocument Describe(Identity identity, bool showSecrets) => new(
        identity.Id,
        identity.Pool.Id,
        identity switch
        {
            { IsDisabled: true } => "disabled",
            { IsGuest: true } => "guest",
            _ => "authenticated",
        },
        [.. identity.Logins.Select(login => ExchangeView.Describe(login, showSecrets))],
        identity.CreationDate,
        identity.LastModifiedDate);
}
