using System.Text.Json.Nodes;
using CognitoIdentity.Tests.Conventions;

namespace CognitoIdentity.Tests.Validation;

/// <summary>Requests in which some members are valid, some are not and some are left out.</summary>
internal static class RandomRequest
{
    // Letters, digits, spaces and signs that patterns draw lines between, of ASCII and beyond.
    private const string Characters =
        "aZgf09:-_./,;=+@ \t\n\v\f\r\u0085\u00A0\u00E9\u0130\u0661\u2028\u212A\uFF11\u0301\u20AC\u00BD\u200B\uE000\0";

    public static JsonObject For(string operation, Random random) => Object(Contract.Instance.Operations[operation].Request, random);

    private static JsonObject Object(IEnumerable<MemberContract> members, Random random)
    {
        var json = new JsonObject();
        foreach (var member in members.Select(Limits.For).Where(member => member.Required is true || random.Next(3) > 0))
        {
            json[member.Name] = Value(member, random);
        }

        return json;
    }

    private static JsonNode? Value(MemberContract member, Random random) => member.Type.Split(' ') switch
    {
        ["Boolean"] => random.Next(2) == 0,
        ["Integer" or "Long"] =>
            random.NextInt64(member.MinValue!.Value - 2, member.MinValue!.Value + (random.Next(2) == 0 ? 2 : member.MaxValue!.Value + 2)),
        ["String"] => member.Enum is { } values ? values[random.Next(values.Count)] : Text(member.Min, member.Max, member.Pattern, random),
        ["Array", "of", "strings"] => List(member, random, () => Element(Text(member.Min, member.Max, member.Pattern, random), random)),
        ["Array", "of", var type, "objects"] => List(member, random, () => Object(type, random)),
        ["String", "to", "string", "map"] =>
            Map(member, random, () => Element(Text(member.ValueMin, member.ValueMax, member.ValuePattern, random), random)),
        ["String", "to", var type, "object", "map"] => Map(member, random, () => Object(type, random)),
        [var type, "object"] => Object(type, random),
        _ => throw new InvalidOperationException($"No value is known for '{member.Type}'."),
    };

    private static JsonNode? Element(JsonNode? value, Random random) => random.Next(30) == 0 ? null : value;

    private static JsonObject Object(string type, Random random) => Object(Contract.Instance.DataTypes[type].Members, random);

    private static JsonArray List(MemberContract member, Random random, Func<JsonNode?> item) =>
        new([.. Enumerable.Range(0, Count(member, random)).Select(_ => item())]);

    private static JsonObject Map(MemberContract member, Random random, Func<JsonNode?> value)
    {
        var map = new JsonObject();
        foreach (var _ in Enumerable.Range(0, Count(member, random)))
        {
            map[Text(member.KeyMin ?? 1, member.KeyMax ?? 128, null, random)] = value();
        }

        return map;
    }

    // Mostly few, else now and then around the limit.
    private static int Count(MemberContract member, Random random) =>
        random.Next(10) == 0 && member.ItemsMax is { } max ? random.Next(max - 1, max + 2) : random.Next(3);

    private static string Text(int? min, int? max, string? pattern, Random random)
    {
        var length = random.Next(8) switch
        {
            0 => Math.Max((min ?? 0) - 1, 0),
            1 => max + 1 ?? 1,
            2 => max ?? 1,
            _ => Math.Max(min ?? 0, random.Next(3, 10)),
        };
        var text = SampleText.WithLength(length, pattern).ToCharArray();
        foreach (var _ in Enumerable.Range(0, text.Length == 0 ? 0 : random.Next(2)))
        {
            text[random.Next(text.Length)] = Characters[random.Next(Characters.Length)];
        }

        return new(text);
    }
}
