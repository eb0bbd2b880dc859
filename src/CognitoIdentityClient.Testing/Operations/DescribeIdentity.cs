using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Describes an identity, a disabled one too.</summary>
internal static class DescribeIdentity
{
    public static Operation Operation { get; } = new("DescribeIdentity", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var identity = call.AnyIdentity();
        return call.IsOwn(identity.Pool) ? Outputs.Identity(identity) : throw ServiceError.IdentityNotFound(identity.Id);
    }
}
