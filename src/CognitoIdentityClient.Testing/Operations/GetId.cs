using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>The identity of a user by its logins, or a new guest.</summary>
internal static class GetId
{
    public static Operation Operation { get; } = new("GetId", IsSigned: false, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.AnyPool();
        var logins = call.VerifyLogins(pool);
        if (logins.Count == 0 && !pool.Settings.AllowUnauthenticatedIdentities)
        {
            throw ServiceError.GuestsNotAllowed();
        }

        var identity = LinkRules.FindOrCreate(call, pool, [.. logins.Select(login => login.Login)]);
        return new JsonObject { ["IdentityId"] = identity.Id };
    }
}
