using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>
/// Puts one pool of a snapshot into a state. Its members may come in any order, but the id and the account before the identities.
/// </summary>
internal sealed class SnapshotPoolReader(EmulatorState state)
{
    private static readonly string[] Known =
        ["id", "region", "accountId", "settings", "tags", "roles", "roleMappings", "principalTagMaps"];

    private static readonly string[] Required = [.. Known.Except(["roles"])];

    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private PoolState? _pool;

    public void Take(string name, JsonElement value)
    {
        if (!Known.Contains(name))
        {
            throw new FormatException($"{name} of a pool is not known.");
        }

        _members[name] = value;
    }

    public void AddIdentity(JsonElement value)
    {
        _pool ??= CreatePool();
        var json = FileMembers.From(value, $"an identity of '{_pool.Id}'")
            .RefuseOthers("id", "creationDate", "lastModifiedDate", "isDisabled", "logins");
        var id = json.Text("id");
        Require(Seeding.GetRegion(id) == _pool.Region, $"the identity '{id}' is not in the region of its pool '{_pool.Id}'.");
        var logins = json.OptionalObjects("logins") ?? throw new FormatException($"the identity '{id}' has no logins.");
        state.Add(new Identity(
            _pool,
            id,
            json.Time("creationDate"),
            json.Time("lastModifiedDate"),
            json.Flag("isDisabled"),
            logins.Count == 0 ? [] : [.. logins.Select(Login)]));
    }

    /// <summary>Gives the pool everything that belongs to it.</summary>
    public void Finish()
    {
        if (Required.FirstOrDefault(name => !_members.ContainsKey(name)) is { } missing)
        {
            throw new FormatException($"a pool has no {missing}.");
        }

        var pool = _pool ??= CreatePool();
        var json = Members();
        pool.Configure(SnapshotFormat.ReadSettings(json.Object("settings")), json.Map("tags"));
        pool.SetRoles(
            json.OptionalMap("roles"),
            json.OptionalObjectMap("roleMappings")!.ToDictionary(entry => entry.Key, entry => SnapshotFormat.ReadRoleMapping(entry.Value)));
        foreach (var (provider, map) in json.OptionalObjectMap("principalTagMaps")!)
        {
            pool.SetPrincipalTags(provider, SnapshotFormat.ReadPrincipalTagMap(map));
        }
    }

    private PoolState CreatePool()
    {
        var json = Members();
        var (id, region, account) = (json.Text("id"), json.Text("region"), json.Text("accountId"));
        Require(Seeding.GetRegion(id) == region, $"the pool '{id}' is not in its region '{region}'.");
        Require(EmulatorOptions.IsAccountId(account), $"the account of the pool '{id}' does not have twelve digits.");
        // The settings may come after the identities.
        var pool = new PoolState(id, region, account, new("", AllowUnauthenticatedIdentities: false));
        state.Add(pool);
        return pool;
    }

    // Merged into one object again, so that one reader of members does for both.
    private FileMembers Members()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonText.Compact))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in _members)
            {
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return new(document.RootElement.Clone(), "a pool");
    }

    private static Login Login(FileMembers json)
    {
        json.RefuseOthers("provider", "user");
        return new(json.Text("provider"), json.Text("user"));
    }

    private static void Require(bool met, string message)
    {
        if (!met)
        {
            throw new FormatException(message);
        }
    }
}
