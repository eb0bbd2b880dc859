using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>The roles and role mappings of a pool; what was never set is left out.</summary>
internal static class GetIdentityPoolRoles
{
    public static Operation Operation { get; } = new("GetIdentityPoolRoles", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.OwnPool();
        var output = new JsonObject { ["IdentityPoolId"] = pool.Id };
        if (pool.Roles is not null)
        {
            output["Roles"] = Outputs.Map(pool.Roles);
        }

        if (pool.RoleMappings.Count > 0)
        {
            output["RoleMappings"] = new JsonObject(
                pool.RoleMappings.Select(mapping => KeyValuePair.Create(mapping.Key, (JsonNode?)Mapping(mapping.Value))));
        }

        return output;
    }

    private static JsonObject Mapping(PoolRoleMapping mapping)
    {
        var output = new JsonObject { ["Type"] = mapping.Type, ["AmbiguousRoleResolution"] = mapping.AmbiguousRoleResolution };
        if (mapping.Rules is not null)
        {
            output["RulesConfiguration"] = new JsonObject { ["Rules"] = new JsonArray([.. mapping.Rules.Select(Rule)]) };
        }

        return output;
    }

    private static JsonObject Rule(PoolMappingRule rule) => new()
    {
        ["Claim"] = rule.Claim,
        ["MatchType"] = rule.MatchType,
        ["RoleARN"] = rule.RoleArn,
        ["Value"] = rule.Value,
    };
}
