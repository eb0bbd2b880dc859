using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Takes tags away from a pool; keys that are not there are passed over.</summary>
internal static class UntagResource
{
    public static Operation Operation { get; } = new("UntagResource", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = Inputs.PoolByArn(call);
        var removed = call.Input.Texts("TagKeys");
        pool.Tag(pool.Tags.Where(tag => !removed.Contains(tag.Key)).ToDictionary());

        return null;
    }
}
