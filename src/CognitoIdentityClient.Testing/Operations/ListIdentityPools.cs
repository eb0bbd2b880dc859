using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>A page of the account's pools in the region, in the order of their ids.</summary>
internal static class ListIdentityPools
{
    public static Operation Operation { get; } = new("ListIdentityPools", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var (ids, nextToken) = Paging.Page(
            call.State.PoolIds,
            call.Input.OptionalText("NextToken"),
            call.Input.OptionalNumber("MaxResults")!.Value,
            id => call.IsOwn(call.State.FindPool(id)!));
        return new JsonObject
        {
            ["IdentityPools"] = new JsonArray([.. ids.Select(id => ShortDescription(call.State.FindPool(id)!))]),
            ["NextToken"] = nextToken,
        };
    }

    private static JsonObject ShortDescription(PoolState pool) => new()
    {
        ["IdentityPoolId"] = pool.Id,
        ["IdentityPoolName"] = pool.Settings.Name,
    };
}
