using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Replaces the whole configuration of a pool: what is left out goes back to its default.</summary>
internal static class UpdateIdentityPool
{
    public static Operation Operation { get; } = new("UpdateIdentityPool", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.OwnPool();
        var settings = Inputs.Settings(call.Input);
        var tags = Inputs.AddTags(new Dictionary<string, string>(), call.Input.Map("IdentityPoolTags"));
        // "Once you have set a developer provider name, you cannot change it."
        if (pool.Settings.DeveloperProviderName is { } present && settings.DeveloperProviderName is { } other && other != present)
        {
            throw ServiceError.InvalidParameter("The developer provider name cannot be changed.");
        }

        pool.Settings = settings;
        pool.Tags = tags;
        return Outputs.Pool(pool);
    }
}
