using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Describes a pool.</summary>
internal static class DescribeIdentityPool
{
    public static Operation Operation { get; } = new("DescribeIdentityPool", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        return Outputs.Pool(call.OwnPool());
    }
}
