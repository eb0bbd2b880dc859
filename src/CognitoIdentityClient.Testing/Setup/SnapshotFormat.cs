using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>The parts of a pool in a snapshot, written and read: the two ways side by side, so that they stay one format.</summary>
internal static class SnapshotFormat
{
    // Seed files have these parts too.
    public static readonly string[] UserPoolMembers = ["providerName", "clientId", "serverSideTokenCheck"];
    public static readonly string[] RoleMappingMembers = ["type", "ambiguousRoleResolution", "rules"];
    public static readonly string[] RuleMembers = ["claim", "matchType", "roleArn", "value"];

    public static void Write(Utf8JsonWriter json, PoolSettings settings)
    {
        json.WriteStartObject();
        json.WriteString("name", settings.Name);
        json.WriteBoolean("allowUnauthenticatedIdentities", settings.AllowUnauthenticatedIdentities);
        if (settings.AllowClassicFlow is { } classic)
        {
            json.WriteBoolean("allowClassicFlow", classic);
        }

        Write(json, "developerProviderName", settings.DeveloperProviderName);
        if (settings.UserPools is { } userPools)
        {
            json.WriteStartArray("userPools");
            foreach (var pool in userPools)
            {
                json.WriteStartObject();
                Write(json, "providerName", pool.ProviderName);
                Write(json, "clientId", pool.ClientId);
                json.WriteBoolean("serverSideTokenCheck", pool.ServerSideTokenCheck);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Write(json, "openIdConnectProviderArns", settings.OpenIdConnectProviderArns);
        Write(json, "samlProviderArns", settings.SamlProviderArns);
        if (settings.SupportedLoginProviders is { } providers)
        {
            Write(json, "supportedLoginProviders", providers);
        }

        json.WriteEndObject();
    }

    public static PoolSettings ReadSettings(FileMembers json)
    {
        json.RefuseOthers(
            "name", "allowUnauthenticatedIdentities", "allowClassicFlow", "developerProviderName", "userPools", "openIdConnectProviderArns",
            "samlProviderArns", "supportedLoginProviders");
        return new(
            json.Text("name"),
            json.Flag("allowUnauthenticatedIdentities"),
            json.OptionalFlag("allowClassicFlow"),
            json.OptionalText("developerProviderName"),
            json.OptionalObjects("userPools")?.Select(UserPool).ToList(),
            json.OptionalTexts("openIdConnectProviderArns"),
            json.OptionalTexts("samlProviderArns"),
            json.OptionalMap("supportedLoginProviders"));
    }

    public static void Write(Utf8JsonWriter json, PoolRoleMapping mapping)
    {
        json.WriteStartObject();
        json.WriteString("type", mapping.Type);
        json.WriteString("ambiguousRoleResolution", mapping.AmbiguousRoleResolution);
        if (mapping.Rules is { } rules)
        {
            json.WriteStartArray("rules");
            foreach (var rule in rules)
            {
                json.WriteStartObject();
                json.WriteString("claim", rule.Claim);
                json.WriteString("matchType", rule.MatchType);
                json.WriteString("roleArn", rule.RoleArn);
                json.WriteString("value", rule.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <exception cref="FormatException">The mapping has no known type, or lacks its rules.</exception>
    public static PoolRoleMapping ReadRoleMapping(FileMembers json)
    {
        json.RefuseOthers(RoleMappingMembers);
        var type = json.Text("type");
        var rules = json.OptionalObjects("rules")?.Select(Rule).ToList();
        var resolution = json.Text("ambiguousRoleResolution");
        if (!PoolRoleMapping.Types.Contains(type) || !PoolRoleMapping.Resolutions.Contains(resolution)
            || (type == PoolRoleMapping.RulesType && rules is not { Count: > 0 }))
        {
            throw new FormatException(
                $"{json.Path} must have the type Token or Rules, with rules for Rules, and the ambiguousRoleResolution AuthenticatedRole "
                + "or Deny.");
        }

        return new(type, resolution, rules);
    }

    public static PrincipalTagMap ReadPrincipalTagMap(FileMembers json)
    {
        json.RefuseOthers("useDefaults", "tags");
        return new(json.OptionalFlag("useDefaults") ?? false, json.OptionalMap("tags") ?? []);
    }

    public static void Write(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> map)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in map)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static UserPoolProvider UserPool(FileMembers json)
    {
        json.RefuseOthers(UserPoolMembers);
        return new(json.OptionalText("providerName"), json.OptionalText("clientId"), json.OptionalFlag("serverSideTokenCheck") ?? false);
    }

    private static PoolMappingRule Rule(FileMembers json)
    {
        json.RefuseOthers(RuleMembers);
        var matchType = json.Text("matchType");
        return PoolMappingRule.MatchTypes.Contains(matchType)
            ? new(json.Text("claim"), matchType, json.Text("roleArn"), json.Text("value"))
            : throw new FormatException($"{json.Path}.matchType must be one of {string.Join(", ", PoolMappingRule.MatchTypes)}.");
    }
}
