using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Finds a developer user's identity, or an identity's developer users.</summary>
internal static class LookupDeveloperIdentity
{
    public static Operation Operation { get; } = new("LookupDeveloperIdentity", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.OwnPool();
        var identityId = call.Input.OptionalText("IdentityId");
        var user = call.Input.OptionalText("DeveloperUserIdentifier");
        if (identityId is null && user is null)
        {
            throw ServiceError.InvalidParameter("Either IdentityID or DeveloperUserIdentifier must not be null.");
        }

        if (user is null)
        {
            return GetUsers(call, OperationCall.GetIdentity(pool, identityId!));
        }

        var owner = pool.Settings.DeveloperProviderName is { } provider ? pool.GetOwner(new(provider, user)) : null;
        if (identityId is not null && owner?.Id != identityId)
        {
            throw ServiceError.ResourceConflict("DeveloperUserIdentifier does not belong to IdentityId.");
        }

        if (owner is null)
        {
            throw ServiceError.ResourceNotFound("DeveloperUserIdentifier not found.");
        }

        return Output(owner, [user], null);
    }

    private const int DefaultPageSize = 60;

    private static JsonObject GetUsers(OperationCall call, Identity identity)
    {
        var users = new SortedSet<string>(
            identity.Logins.Where(login => identity.Pool.IsDeveloperProvider(login.Provider)).Select(login => login.User),
            StringComparer.Ordinal);
        var (page, nextToken) = Paging.Page(
            users, call.Input.OptionalText("NextToken"), call.Input.OptionalNumber("MaxResults") ?? DefaultPageSize);
        return Output(identity, page, nextToken);
    }

    private static JsonObject Output(Identity identity, IReadOnlyList<string> users, string? nextToken) => new()
    {
        ["IdentityId"] = identity.Id,
        ["DeveloperUserIdentifierList"] = Outputs.List(users),
        ["NextToken"] = nextToken,
    };
}
