using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>A page of a pool's identities, in the order of their ids.</summary>
internal static class ListIdentities
{
    public static Operation Operation { get; } = new("ListIdentities", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.OwnPool();
        var hideDisabled = call.Input.Flag("HideDisabled");
        var (ids, nextToken) = Paging.Page(
            pool.IdentityIds,
            call.Input.OptionalText("NextToken"),
            call.Input.OptionalNumber("MaxResults")!.Value,
            id => !hideDisabled || !pool.Find(id)!.IsDisabled);
        return new JsonObject
        {
            ["Identities"] = new JsonArray([.. ids.Select(id => Outputs.Identity(pool.Find(id)!))]),
            ["IdentityPoolId"] = pool.Id,
            ["NextToken"] = nextToken,
        };
    }
}
