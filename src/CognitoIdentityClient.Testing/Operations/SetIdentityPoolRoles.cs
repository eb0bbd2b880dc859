using System.Text.Json.Nodes;

namespace CognitoIdentity.Testing;

/// <summary>Replaces the roles and role mappings of a pool.</summary>
internal static class SetIdentityPoolRoles
{
    public static Operation Operation { get; } = new("SetIdentityPoolRoles", IsSigned: true, Execute);

    private static JsonObject? Execute(OperationCall call)
    {
        var pool = call.OwnPool();
        var roles = call.Input.Map("Roles");
        // "Currently only authenticated and unauthenticated roles are supported."
        if (roles.Keys.FirstOrDefault(key => key is not (RoleKinds.Authenticated or RoleKinds.Unauthenticated)) is { } unknown)
        {
            throw ServiceError.InvalidParameter($"'{unknown}' is not a supported role type.");
        }

        var mappings = new Dictionary<string, PoolRoleMapping>(StringComparer.Ordinal);
        foreach (var (key, mapping) in call.Input.ObjectMap("RoleMappings"))
        {
            mappings[key] = Mapping(pool, key, mapping);
        }

        pool.SetRoles(roles, mappings);
        return null;
    }

    private static PoolRoleMapping Mapping(PoolState pool, string key, RequestMembers input)
    {
        // https://github.com/aws/aws-cdk/issues/22951
        if (!PoolProviders.CanMapRoles(pool.Settings, key))
        {
            throw ServiceError.InvalidParameter($"{key} is not a valid RoleMapping ProviderName or is not a configured provider.");
        }

        var type = input.Text("Type");
        var resolution = input.OptionalText("AmbiguousRoleResolution")
            ?? throw ServiceError.InvalidParameter($"AmbiguousRoleResolution is required for the role mapping type {type}.");
        var rules = input.Object("RulesConfiguration")?.Objects("Rules").Select(Rule).ToList();
        if (type == PoolRoleMapping.RulesType && rules is null)
        {
            throw ServiceError.InvalidParameter("RulesConfiguration is required for the role mapping type Rules.");
        }

        return new(type, resolution, rules);
    }

    private static PoolMappingRule Rule(RequestMembers input) =>
        new(input.Text("Claim"), input.Text("MatchType"), input.Text("RoleARN"), input.Text("Value"));
}
