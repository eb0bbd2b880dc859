using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Makes a pool with a new id, within the account's quota.</summary>
internal static class CreateIdentityPool
{
    public static Operation Operation { get; } = new("CreateIdentityPool", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var settings = Inputs.Settings(call.Input);
        var tags = Inputs.AddTags(new Dictionary<string, string>(), call.Input.Map("IdentityPoolTags"));
        if (call.State.Pools.Count(call.IsOwn) >= call.Options.MaxIdentityPools)
        {
            throw ServiceError.LimitExceeded($"An account can have at most {call.Options.MaxIdentityPools} identity pools.");
        }

        var pool = new PoolState(call.Identifiers.NewId(call.Signer.Region), call.Signer.Region, call.Signer.AccountId, settings)
        {
            Tags = tags,
        };
        call.State.Add(pool);
        return Outputs.Pool(pool);
    }
}
