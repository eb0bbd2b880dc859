using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>The principal tag map of a provider.</summary>
internal static class GetPrincipalTagAttributeMap
{
    public static Operation Operation { get; } = new("GetPrincipalTagAttributeMap", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.OwnPool();
        var provider = call.Input.Text("IdentityProviderName");
        var map = pool.PrincipalTagMaps.GetValueOrDefault(provider)
            ?? throw ServiceError.ResourceNotFound($"No principal tag attribute map for provider '{provider}'.");
        return Output(pool, provider, map);
    }

    /// <summary>Formats a map as the output of both operations on it.</summary>
    public static JsonObject Output(PoolState pool, string provider, PrincipalTagMap map) => new()
    {
        ["IdentityPoolId"] = pool.Id,
        ["IdentityProviderName"] = provider,
        ["PrincipalTags"] = Outputs.Map(map.Effective),
        ["UseDefaults"] = map.UseDefaults,
    };
}
