using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>The tags of a pool.</summary>
internal static class ListTagsForResource
{
    public static Operation Operation { get; } = new("ListTagsForResource", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        return new JsonObject { ["Tags"] = Outputs.Map(Inputs.PoolByArn(call).Tags) };
    }
}
