using System.Text.Json.Nodes;

namespace CognitoIdentity.Tests.Validation;

/// <summary>A value on one side of a limit.</summary>
/// <param name="Member">The member that has the limit.</param>
/// <param name="Limit">The name of the limited property, and the value.</param>
/// <param name="Value">The value of the member.</param>
/// <param name="BrokenAt">The path of the violation; null for a value that is allowed.</param>
internal sealed record LimitCase(ConstrainedMember Member, string Limit, JsonNode? Value, string? BrokenAt)
{
    public string Key => $"{Member.Key}, {Limit}";

    /// <summary>A value on each side of every limit of every member.</summary>
    public static IReadOnlyDictionary<string, LimitCase> All { get; } =
        ConstrainedMember.All.Values.SelectMany(CreateAll).ToDictionary(limit => limit.Key);

    public static TheoryData<string> Keys { get; } = new(All.Keys);

    public JsonObject Request => Member.RequestWith(Value?.DeepClone());

    private static IEnumerable<LimitCase> CreateAll(ConstrainedMember member) => member.Contract.Type.Split(' ') switch
    {
        ["Integer" or "Long"] => Numbers(member),
        ["String"] => member.Contract.Enum is null
            ? Texts(member, "length", member.Contract.Min, member.Contract.Max, member.Contract.Pattern, "", text => text)
            : [],
        ["Array", "of", .. var item] => Counts(member).Concat(item is ["strings"]
            ? Texts(member, "item", member.Contract.Min, member.Contract.Max, member.Contract.Pattern, "[0]", text => new JsonArray(text))
            : []),
        ["String", "to", var value, ..] => Counts(member).Concat(Keyed(member)).Concat(value == "string" ? Values(member) : []),
        _ => [],
    };

    private static IEnumerable<LimitCase> Numbers(ConstrainedMember member)
    {
        var (min, max) = (member.Contract.MinValue!.Value, member.Contract.MaxValue!.Value);
        return new[] { min - 1, min, max, max + 1 }
            .Select(value => new LimitCase(member, $"value {value}", value, value < min || value > max ? member.Path : null));
    }

    private static IEnumerable<LimitCase> Counts(ConstrainedMember member)
    {
        var (min, max) = (member.Contract.ItemsMin, member.Contract.ItemsMax);
        return new[] { min - 1, min, max, max + 1, min is null ? 0 : null }.OfType<int>().Distinct()
            .Select(
                count => new LimitCase(member, $"{count} items", Repeat(member, count), count < min || count > max ? member.Path : null));
    }

    private static IEnumerable<LimitCase> Keyed(ConstrainedMember member) => Texts(
        member,
        "key",
        member.Contract.KeyMin ?? 1,
        member.Contract.KeyMax ?? 128,
        member.Contract.KeyPattern,
        null,
        key => new JsonObject { [key] = ValidRequest.Value(member.Contract)[ValidRequest.MapKey]!.DeepClone() });

    private static IEnumerable<LimitCase> Values(ConstrainedMember member) => Texts(
        member,
        "value",
        member.Contract.ValueMin,
        member.Contract.ValueMax,
        member.Contract.ValuePattern,
        $"[\"{ValidRequest.MapKey}\"]",
        value => new JsonObject { [ValidRequest.MapKey] = value });

    private static IEnumerable<LimitCase> Texts(
        ConstrainedMember member, string what, int? min, int? max, string? pattern, string? step, Func<string, JsonNode> wrap)
    {
        foreach (var length in new[] { min - 1, min, max, max + 1 }.OfType<int>().Where(length => length >= 0))
        {
            var text = SampleText.WithLength(length, pattern);
            var isBroken = length < min || length > max || (pattern is not null && !SampleText.Compile(pattern).IsMatch(text));
            yield return new(member, $"{what} of {length}", wrap(text), isBroken ? member.Path + (step ?? PathKey.Format(text)) : null);
        }

        // \u0130 and \u0661 are a letter and a digit, but not for the service; \0 is nothing for any pattern.
        foreach (var character in pattern is null ? [] : new[] { '!', ' ', '\t', 'A', 'g', ':', '.', '/', ',', '\u0130', '\u0661', '\0' })
        {
            var text = SampleText.WithLength(10, pattern) + character;
            var isBroken = !SampleText.Compile(pattern!).IsMatch(text);
            yield return new(
                member, $"{what} with U+{(int)character:X4}", wrap(text), isBroken ? member.Path + (step ?? PathKey.Format(text)) : null);
        }
    }

    private static JsonNode Repeat(ConstrainedMember member, int count)
    {
        var one = ValidRequest.Value(member.Contract);
        return one is JsonArray list
            ? new JsonArray([.. Enumerable.Range(0, count).Select(_ => list[0]!.DeepClone())])
            : new JsonObject(Enumerable.Range(0, count)
                .Select(i => KeyValuePair.Create<string, JsonNode?>($"key-{i}", one[ValidRequest.MapKey]!.DeepClone())));
    }
}
