using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Makes two developer users one: the source's logins move to the destination's identity, the source's is disabled.</summary>
internal static class MergeDeveloperIdentities
{
    public static Operation Operation { get; } = new("MergeDeveloperIdentities", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.OwnPool();
        var provider = call.Input.Text("DeveloperProviderName");
        DeveloperUsers.RequireProvider(pool, provider);
        var source = DeveloperUsers.Find(pool, call.Input.Text("SourceUserIdentifier"));
        var destination = DeveloperUsers.Find(pool, call.Input.Text("DestinationUserIdentifier"));
        if (source != destination)
        {
            LinkRules.Merge(source, destination, call.Now);
        }

        return new JsonObject { ["IdentityId"] = destination.Id };
    }
}
