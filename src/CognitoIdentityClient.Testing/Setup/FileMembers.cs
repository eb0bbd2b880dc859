using System.Text.Json;

namespace CognitoIdentity.Testing;

/// <summary>The members of a JSON object in a file. Each is read by name and type, and a mistake is reported with its path.</summary>
/// <param name="Json">The object.</param>
/// <param name="Path">Where it is in the file, such as <c>pools[0].identities[2]</c>; empty for the document.</param>
internal readonly record struct FileMembers(JsonElement Json, string Path)
{
    /// <exception cref="FormatException">The value is not an object.</exception>
    public static FileMembers From(JsonElement json, string path) => json.ValueKind == JsonValueKind.Object
        ? new(json, path)
        : throw new FormatException($"{(path.Length > 0 ? path : "the document")} must be an object.");

    /// <exception cref="FormatException">
    /// There is a member with another name, or one of them twice: its content would be lost.
    /// </exception>
    public FileMembers RefuseOthers(params ReadOnlySpan<string> names)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in Json.EnumerateObject())
        {
            if (!found.Add(member.Name))
            {
                throw new FormatException($"{At(member.Name)} appears twice.");
            }

            if (!names.Contains(member.Name))
            {
                throw new FormatException($"{At(member.Name)} is not known.");
            }
        }

        return this;
    }

    public string Text(string name) => OptionalText(name) ?? throw Missing(name);

    public string? OptionalText(string name) => Find(name) is { } value ? Text(value, At(name)) : null;

    /// <exception cref="FormatException">The text is not allowed; <paramref name="rule"/> says what it must be.</exception>
    public string? OptionalText(string name, Func<string, bool> isAllowed, string rule)
    {
        var text = OptionalText(name);
        return text is null || isAllowed(text) ? text : throw new FormatException($"{At(name)} {rule}.");
    }

    public bool Flag(string name) => OptionalFlag(name) ?? throw Missing(name);

    public bool? OptionalFlag(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new FormatException($"{At(name)} must be true or false."),
    };

    public DateTimeOffset Time(string name) => OptionalTime(name) ?? throw Missing(name);

    public DateTimeOffset? OptionalTime(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when OffsetTime.TryRead(value, out var time) => time,
        _ => throw new FormatException($"{At(name)} must be a time in ISO 8601 with its offset, such as 2026-01-31T12:00:00Z."),
    };

    public IReadOnlyList<string>? OptionalTexts(string name) => Items(name, Text);

    public IReadOnlyList<FileMembers>? OptionalObjects(string name) => Items(name, From);

    public FileMembers Object(string name) => OptionalObject(name) ?? throw Missing(name);

    public FileMembers? OptionalObject(string name) => Find(name) is { } value ? From(value, At(name)) : null;

    public Dictionary<string, string> Map(string name) => OptionalMap(name) ?? throw Missing(name);

    public Dictionary<string, string>? OptionalMap(string name) => Entries(name, Text);

    public Dictionary<string, FileMembers>? OptionalObjectMap(string name) => Entries(name, From);

    private Dictionary<string, T>? Entries<T>(string name, Func<JsonElement, string, T> read)
    {
        if (OptionalObject(name) is not { } map)
        {
            return null;
        }

        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in map.Json.EnumerateObject())
        {
            var path = map.At(entry.Name);
            if (!entries.TryAdd(entry.Name, read(entry.Value, path)))
            {
                throw new FormatException($"{path} appears twice.");
            }
        }

        return entries;
    }

    private IReadOnlyList<T>? Items<T>(string name, Func<JsonElement, string, T> read)
    {
        if (Find(name) is not { } list)
        {
            return null;
        }

        var path = At(name);
        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select((item, index) => read(item, $"{path}[{index}]"))]
            : throw new FormatException($"{path} must be a list.");
    }

    private JsonElement? Find(string name) => Json.TryGetProperty(name, out var value) ? value : null;

    private static string Text(JsonElement value, string path) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new FormatException($"{path} must be a text.");

    private string At(string name) => Path.Length > 0 ? $"{Path}.{name}" : name;

    private FormatException Missing(string name) => new($"{At(name)} is missing.");
}
