using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Deletes a pool with all its identities.</summary>
internal static class DeleteIdentityPool
{
    public static Operation Operation { get; } = new("DeleteIdentityPool", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        call.State.Remove(call.OwnPool());
        return null;
    }
}
