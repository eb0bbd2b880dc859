using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>
/// Replaces the configuration of a pool: a member that is left out goes back to its default, except the developer provider's name and
/// the tags, which stay although the API reference says otherwise. With an emulator that drops them, the Terraform provider plans to
/// replace the pool.
/// </summary>
internal static class UpdateIdentityPool
{
    public static Operation Operation { get; } = new("UpdateIdentityPool", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.OwnPool();
        var settings = Inputs.Settings(call);
        var tags = call.Input.Has("IdentityPoolTags")
            ? Inputs.AddTags(new Dictionary<string, string>(), call.Input.Map("IdentityPoolTags"))
            : pool.Tags;
        // "Once you have set a developer provider name, you cannot change it."
        if (pool.Settings.DeveloperProviderName is { } present && settings.DeveloperProviderName is { } other && other != present)
        {
            throw ServiceError.InvalidParameter("The developer provider name cannot be changed.");
        }

        pool.Configure(
            settings with { DeveloperProviderName = settings.DeveloperProviderName ?? pool.Settings.DeveloperProviderName }, tags);
        return Outputs.Pool(pool);
    }
}
