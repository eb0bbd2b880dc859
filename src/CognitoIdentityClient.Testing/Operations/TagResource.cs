using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Adds tags to a pool; a tag that is there gets the new value.</summary>
internal static class TagResource
{
    public static Operation Operation { get; } = new("TagResource", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = Inputs.PoolByArn(call);
        pool.Tag(Inputs.AddTags(pool.Tags, call.Input.Map("Tags")));
        return null;
    }
}
