using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CognitoIdentity.Tests.Support;

namespace CognitoIdentity.Testing.Tests.Setup;

/// <summary>The schema of seed files says what the reader takes: its members, and which of them are required.</summary>
public class SeedSchemaTests
{
    private static readonly JsonObject Schema =
        JsonNode.Parse(Repository.Read("src/CognitoIdentityClient.Testing/Setup/seed.schema.json"))!.AsObject();

    private static readonly JsonObject Pool = Schema["$defs"]!["pool"]!.AsObject();

    // Each part of a seed: its schema, the members that the reader knows, and the place of such a part in a seed that has everything.
    private static readonly (JsonObject Schema, string[] Members, Func<JsonObject, JsonObject> Find)[] Parts =
    [
        (Schema, ["$schema", "pools"], seed => seed),
        (Pool, SeedFile.PoolMembers, FirstPool),
        (Items(Pool, "cognitoIdentityProviders"), SnapshotFormat.UserPoolMembers,
            seed => First(FirstPool(seed), "cognitoIdentityProviders")),
        (Items(Pool, "identities"), SeedFile.IdentityMembers, seed => First(FirstPool(seed), "identities")),
        (Values(Pool, "roleMappings"), SnapshotFormat.RoleMappingMembers, Mapping),
        (Items(Values(Pool, "roleMappings"), "rules"), SnapshotFormat.RuleMembers, seed => First(Mapping(seed), "rules")),
    ];

    public static TheoryData<int> EveryPart => new(Enumerable.Range(0, Parts.Length));

    [Theory]
    [MemberData(nameof(EveryPart))]
    public void Schema_has_the_members_that_the_reader_knows(int part)
    {
        var (schema, members, _) = Parts[part];
        Assert.Equal(members.Order(StringComparer.Ordinal), Names(schema).Order(StringComparer.Ordinal));
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(EveryPart))]
    public void Schema_requires_the_members_that_the_reader_cannot_do_without(int part)
    {
        var (schema, members, find) = Parts[part];
        var seed = Example(Schema).AsObject();
        Read(seed);
        var required = new List<string>();
        foreach (var member in members)
        {
            var without = seed.DeepClone().AsObject();
            Assert.True(find(without).Remove(member), $"The example has no {member}.");
            if (Record.Exception(() => Read(without)) is { } exception)
            {
                Assert.IsType<InvalidSeedException>(exception);
                required.Add(member);
            }
        }

        var always = schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [];
        // For the type of the example.
        var then = schema["then"]?["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [];
        Assert.Equal(always.Concat(then).Order(StringComparer.Ordinal), required.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EveryPart))]
    public void Reader_refuses_values_of_another_type_or_outside_of_a_list_of_values(int part)
    {
        var (schema, members, find) = Parts[part];
        foreach (var member in members.Except(["$schema"]))
        {
            var property = schema["properties"]![member]!;
            JsonNode wrong = property["enum"] is not null ? "another" : property["type"]?.ToString() == "boolean" ? "text" : 5;
            var seed = Example(Schema).AsObject();
            find(seed)[member] = wrong;
            Assert.Throws<InvalidSeedException>(() => Read(seed));
        }
    }

    [Theory]
    [MemberData(nameof(EveryPart))]
    public void Reader_refuses_texts_that_a_pattern_or_a_length_of_the_schema_excludes(int part)
    {
        var (schema, members, find) = Parts[part];
        foreach (var member in members.Except(["$schema"]))
        {
            var property = Resolve(schema["properties"]![member]!);
            var excluded = new List<string>();
            if (property["pattern"] is not null)
            {
                excluded.Add("*");
            }

            if (property["minLength"] is not null)
            {
                excluded.Add("");
            }

            if (property["maxLength"]?.GetValue<int>() is { } max)
            {
                var good = ExampleText(property);
                excluded.Add(good + new string('0', max + 1 - good.Length));
            }

            foreach (var text in excluded)
            {
                var seed = Example(Schema).AsObject();
                find(seed)[member] = text;
                var refused = Assert.Throws<InvalidSeedException>(() => Read(seed));
                Assert.Contains($"{member} must have ", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    private static void Read(JsonObject seed) => SeedFile.Read(Encoding.UTF8.GetBytes(seed.ToJsonString()), "The seed");

    /// <summary>A value with every member that a schema has.</summary>
    private static JsonNode Example(JsonNode schema)
    {
        schema = Resolve(schema);
        if (schema["enum"] is JsonArray values)
        {
            return values[^1]!.DeepClone();
        }

        return (schema["type"] is JsonArray types ? types[0] : schema["type"])!.GetValue<string>() switch
        {
            "boolean" => true,
            "array" => new JsonArray(Example(schema["items"]!)),
            "object" when schema["properties"] is JsonObject properties =>
                new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Example(property.Value!)))),
            "object" => new JsonObject { ["key"] = Example(schema["additionalProperties"]!) },
            _ => schema["format"]?.GetValue<string>() == "date-time" ? "2026-01-31T12:00:00Z" : ExampleText(schema),
        };
    }

    /// <summary>The first of some texts that the pattern of a schema allows.</summary>
    private static string ExampleText(JsonNode schema) => ((string[])["text", "us-east-1:0", "123456789012"]).First(
        text => schema["pattern"]?.GetValue<string>() is not { } pattern || Regex.IsMatch(text, pattern, RegexOptions.ECMAScript));

    private static JsonNode Resolve(JsonNode schema) =>
        schema["$ref"]?.GetValue<string>() is { } reference ? Schema["$defs"]![reference.Split('/')[^1]]! : schema;

    private static IEnumerable<string> Names(JsonObject schema) => schema["properties"]!.AsObject().Select(property => property.Key);

    private static JsonObject Items(JsonObject schema, string member) => schema["properties"]![member]!["items"]!.AsObject();

    private static JsonObject Values(JsonObject schema, string member) =>
        schema["properties"]![member]!["additionalProperties"]!.AsObject();

    private static JsonObject First(JsonObject json, string list) => json[list]![0]!.AsObject();

    private static JsonObject FirstPool(JsonObject seed) => First(seed, "pools");

    private static JsonObject Mapping(JsonObject seed) => FirstPool(seed)["roleMappings"]!["key"]!.AsObject();
}
