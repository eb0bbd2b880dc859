using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Replaces the principal tag map of a provider.</summary>
internal static class SetPrincipalTagAttributeMap
{
    public static Operation Operation { get; } = new("SetPrincipalTagAttributeMap", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.OwnPool();
        var provider = call.Input.Text("IdentityProviderName");
        var map = new PrincipalTagMap(call.Input.Flag("UseDefaults"), call.Input.Map("PrincipalTags"));
        pool.SetPrincipalTags(provider, map);
        return GetPrincipalTagAttributeMap.Output(pool, provider, map);
    }
}
