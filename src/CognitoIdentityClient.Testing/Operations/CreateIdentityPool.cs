using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Makes a pool with a new id, within the account's quota.</summary>
internal static class CreateIdentityPool
{
    public static Operation Operation { get; } = new("CreateIdentityPool", IsSigned: true, Execute);

    private const string IdTag = "_custom_id_";

    private static JsonObject? Execute(OperationCall call)
    {
        var settings = Inputs.Settings(call);
        var tags = Inputs.AddTags(new Dictionary<string, string>(), call.Input.Map("IdentityPoolTags"));
        if (call.State.Pools.Count(call.IsOwn) >= call.Options.MaxIdentityPools)
        {
            throw ServiceError.LimitExceeded($"An account can have at most {call.Options.MaxIdentityPools} identity pools.");
        }

        var pool = new PoolState(Id(call, tags), call.Signer.Region, call.Signer.AccountId, settings);
        pool.Tag(tags);
        call.State.Add(pool);
        return Outputs.Pool(pool);
    }

    // As users of LocalStack choose ids: https://docs.localstack.cloud/aws/services/cognito/
    private static string Id(OperationCall call, IReadOnlyDictionary<string, string> tags)
    {
        if (!tags.TryGetValue(IdTag, out var chosen))
        {
            return call.Identifiers.NewId(call.Signer.Region);
        }

        var id = chosen.Contains(':', StringComparison.Ordinal) ? chosen : $"{call.Signer.Region}:{chosen}";
        if (!id.StartsWith($"{call.Signer.Region}:", StringComparison.Ordinal) || !Seeding.IsId(id))
        {
            throw ServiceError.InvalidParameter($"The tag {IdTag} must be '{call.Signer.Region}:' and digits, letters a to f or hyphens.");
        }

        return call.State.FindPool(id) is null ? id : throw ServiceError.ResourceConflict($"There is an identity pool '{id}' already.");
    }
}
