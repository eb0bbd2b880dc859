using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Takes a developer user away from an identity.</summary>
internal static class UnlinkDeveloperIdentity
{
    public static Operation Operation { get; } = new("UnlinkDeveloperIdentity", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.OwnPool();
        DeveloperUsers.RequireProvider(pool, call.Input.Text("DeveloperProviderName"));
        var identity = OperationCall.GetIdentity(pool, call.Input.Text("IdentityId"));
        var user = call.Input.Text("DeveloperUserIdentifier");
        if (DeveloperUsers.Find(pool, user) != identity)
        {
            throw ServiceError.ResourceConflict("DeveloperUserIdentifier does not belong to IdentityId.");
        }

        pool.Unlink(identity, DeveloperUsers.Login(pool, user), call.Now);
        return null;
    }
}
