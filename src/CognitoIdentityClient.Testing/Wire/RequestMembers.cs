using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>Members of a request that has passed its constraints, by their names on the wire.</summary>
internal readonly struct RequestMembers(JsonElement json)
{
    public string Text(string name) => OptionalText(name)!;

    public string? OptionalText(string name) => Find(name)?.GetString();

    public bool Flag(string name) => OptionalFlag(name) ?? false;

    public bool? OptionalFlag(string name) => Find(name)?.GetBoolean();

    public int? OptionalNumber(string name) => Find(name)?.GetInt32();

    /// <summary>Returns whether the member was sent, and not as null.</summary>
    public bool Has(string name) => Find(name) is not null;

    public IReadOnlyList<string> Texts(string name)
    {
        if (Find(name) is not { } list)
        {
            return [];
        }

        return [.. list.EnumerateArray().Select(item => item.GetString()!)];
    }

    /// <summary>Returns a map's entries in the order in which they were sent; of two entries with one key the last counts.</summary>
    public IReadOnlyDictionary<string, string> Map(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Find(name) is { } entries)
        {
            foreach (var entry in entries.EnumerateObject())
            {
                map[entry.Name] = entry.Value.GetString()!;
            }
        }

        return map;
    }

    public IEnumerable<RequestMembers> Objects(string name) =>
        Find(name) is { } list ? list.EnumerateArray().Select(item => new RequestMembers(item)) : [];

    public RequestMembers? Object(string name) => Find(name) is { } value ? new RequestMembers(value) : null;

    public IEnumerable<KeyValuePair<string, RequestMembers>> ObjectMap(string name) => Find(name) is { } map
        ? map.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, new RequestMembers(entry.Value)))
        : [];

    // The service treats a member that is null as one that was left out.
    private JsonElement? Find(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
